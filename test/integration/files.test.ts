import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { s3Files } from '#functions/adapters/s3-files.ts';
import type { Files } from '#functions/app/ports.ts';
import { LocalS3 } from '#infra/local/services/s3/s3.ts';
import { type Harness, keys, region, resource, serve } from '#test/local-services/harness.ts';

let host: Harness;
let client: S3Client;
let files: Files;
beforeEach(async () => {
  host = await serve([new LocalS3()], [resource('AWS::S3::Bucket', 'porchlight-files')]);
  const endpoint = `${host.origin.replace('localhost', '127.0.0.1')}/_local/s3`;
  client = new S3Client({ region, endpoint, credentials: keys });
  files = s3Files('porchlight-files', client);
});
afterEach(async () => {
  client.destroy();
  await host.stop();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const key = 'exports/payroll/t_1/bat_1.csv';

describe('a payroll file', () => {
  test('is fetched by a link, under its name, byte by byte as it was written', async () => {
    await files.put(key, bytes('Employee ID\r\n4711\r\n'), 'text/csv; charset=utf-8');
    const answer = await fetch(await files.downloadLink(key, 'payroll-through-2026-10-31.csv'));
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="payroll-through-2026-10-31.csv"',
    );
    expect(await answer.text()).toBe('Employee ID\r\n4711\r\n');
  });

  test('I25: is never replaced; the same bytes once more are no error', async () => {
    await files.put(key, bytes('first'), 'text/csv');
    await expect(files.put(key, bytes('first'), 'text/csv')).resolves.toBeUndefined();
    await expect(files.put(key, bytes('other'), 'text/csv')).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    expect(await (await fetch(await files.downloadLink(key, 'a.csv'))).text()).toBe('first');
  });
});

describe('a place to upload to', () => {
  const send = async (key: string, text: string, maxBytes: number) => {
    const { url, fields } = await files.uploadForm(key, maxBytes);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([text]), 'roster.zip');
    return (await fetch(url, { method: 'POST', body: form })).status;
  };

  test('takes one file of the size that was asked for, and no larger one', async () => {
    expect(await send('rosters/t_1/imp_1.zip', 'zip', 3)).toBe(204);
    expect(await send('rosters/t_1/imp_2.zip', 'zips', 3)).toBe(400);
    expect(await send('rosters/t_1/imp_3.zip', '', 3)).toBe(400);
  });
});
