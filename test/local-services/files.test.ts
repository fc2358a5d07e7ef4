import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LocalS3 } from '#infra/local/services/s3/s3.ts';
import { type Harness, keys, region, resource, serve } from './harness.ts';

const Bucket = 'porchlight-files';
const stack = [
  resource('AWS::S3::Bucket', Bucket, {
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedMethods: ['POST'],
          AllowedOrigins: ['https://visits.example'],
          AllowedHeaders: ['content-type'],
        },
      ],
    },
  }),
];
const Key = 'rosters/t_1/imp 1 (a+b).zip';

let host: Harness;
let client: S3Client;
beforeEach(async () => {
  host = await serve([new LocalS3()], stack);
  // An address in numbers makes the SDK put the bucket into the path.
  const endpoint = `${host.origin.replace('localhost', '127.0.0.1')}/_local/s3`;
  client = new S3Client({ region, endpoint, credentials: keys });
});
afterEach(async () => {
  client.destroy();
  await host.stop();
});

const put = (Body: string | Readable, more = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const read = async (more = {}) => {
  const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return answer.Body?.transformToString();
};
const codeOf = async (answer: Response) => /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1];
const minute = 60_000;

describe('objects', () => {
  test('come back as they were put, also after a restart', async () => {
    await put('id,name\n1,Ada\n', { ContentType: 'text/csv', Metadata: { district: 't_1' } });
    await host.restart([new LocalS3()]);
    expect(await read()).toBe('id,name\n1,Ada\n');
    const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ContentLength: 14, ContentType: 'text/csv', Metadata: { district: 't_1' } });
    expect(await read({ Range: 'bytes=3-6' })).toBe('name');
    expect(await read({ Range: 'bytes=-4' })).toBe('Ada\n');
  });

  test('may be streamed and empty, and the last one put counts', async () => {
    await put('first');
    await put(Readable.from([Buffer.from('sec'), Buffer.from('ond')]), { ContentLength: 6 });
    expect(await read()).toBe('second');
    await put('');
    expect(await read()).toBe('');
  });

  test('are reported once each, with the key as it is', async () => {
    await put('hello');
    expect(host.stored).toEqual([
      {
        bucket: Bucket,
        key: Key,
        size: 5,
        etag: '5d41402abc4b2a76b9719d911017c592',
        eventName: 'ObjectCreated:Put',
      },
    ]);
  });

  test('are gone when deleted, and deleting twice is no fault', async () => {
    await put('hello');
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(read()).rejects.toMatchObject({ name: 'NoSuchKey' });
    await host.restart([new LocalS3()]);
    await expect(read()).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test.each([
    ['a bucket that is not there', { Bucket: 'other' }, 'NoSuchBucket'],
    ['a checksum that does not fit', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['a key that is too long', { Key: 'k'.repeat(1025) }, 'KeyTooLongError'],
  ])('%s is refused', async (_, change, name) => {
    await expect(put('hello', change)).rejects.toMatchObject({ name });
  });

  test('are not overwritten when the writer asked for a free key', async () => {
    await put('first', { IfNoneMatch: '*' });
    await expect(put('second', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await read()).toBe('first');
    await expect(read({ Range: 'bytes=9-12' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });
});

describe('a presigned address', () => {
  const presign = (more = {}, expiresIn = 60) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket, Key, ...more }), { expiresIn });

  test('gives the file, under the name it was signed with, until it expires', async () => {
    await put('pay');
    const url = await presign({ ResponseContentDisposition: 'attachment; filename="pay.csv"' });
    const answer = await fetch(url);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="pay.csv"');
    expect(await answer.text()).toBe('pay');
    expect(host.judge.asked).toEqual([`s3:GetObject arn:aws:s3:::${Bucket}/${Key}`]);
    host.clock.instant += 2 * minute;
    expect(await codeOf(await fetch(url))).toBe('AccessDenied');
  });

  test('is refused when anything in it was changed', async () => {
    await put('pay');
    const url = await presign();
    expect(await codeOf(await fetch(url.replace('imp%201', 'imp%202')))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url.replace('Expires=60', 'Expires=600')))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url, { method: 'PUT', body: 'x' }))).toBe('SignatureDoesNotMatch');
    expect(await codeOf(await fetch(url.replace(keys.accessKeyId, 'AKIASOMEONEELSE')))).toBe(
      'InvalidAccessKeyId',
    );
    expect(await codeOf(await fetch(url.replace(keys.sessionToken, 'other')))).toBe('InvalidToken');
    expect(await codeOf(await fetch(url.split('?')[0] ?? ''))).toBe('AccessDenied');
  });

  test('is worth no more than its signer may do', async () => {
    await put('pay');
    host.judge.verdict = { allowed: false };
    expect(await codeOf(await fetch(await presign()))).toBe('AccessDenied');
  });

  test('may also let a file in', async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key, Body: 'hello' }), {
      expiresIn: 60,
    });
    expect((await fetch(url, { method: 'PUT', body: 'hello' })).status).toBe(200);
    expect(await read()).toBe('hello');
  });
});

describe('an upload form', () => {
  const sign = () =>
    createPresignedPost(client, {
      Bucket,
      Key,
      Conditions: [
        ['content-length-range', 2, 20_000],
        ['starts-with', '$Content-Type', 'application/'],
      ],
      Fields: { 'Content-Type': 'application/zip' },
      Expires: 600,
    });
  const post = async (
    change: Record<string, string> = {},
    content = 'the roster',
    afterFile: Record<string, string> = {},
  ) => {
    const { url, fields } = await sign();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value);
    form.append('file', new Blob([content]), 'roster.zip');
    for (const [name, value] of Object.entries(afterFile)) form.append(name, value);
    return fetch(url, { method: 'POST', body: form, headers: { origin: host.origin } });
  };

  test('stores the file and reports it; the site may read the answer', async () => {
    const content = '\r\n--x'.repeat(4000);
    const answer = await post({}, content, { late: 'not looked at' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(host.origin);
    expect(await read()).toBe(content);
    expect(host.stored).toMatchObject([{ key: Key, eventName: 'ObjectCreated:Post' }]);
    expect(host.judge.asked).toContain(`s3:PutObject arn:aws:s3:::${Bucket}/${Key}`);
  });

  test.each([
    ['another key', { key: 'rosters/t_2/imp.zip' }, 'AccessDenied'],
    ['another type', { 'Content-Type': 'text/html' }, 'AccessDenied'],
    ['a field the policy does not name', { acl: 'public-read' }, 'AccessDenied'],
    ['a policy that was changed', { Policy: Buffer.from('{}').toString('base64') }, 'SignatureDoesNotMatch'],
    ['a signature that was changed', { 'X-Amz-Signature': '0'.repeat(64) }, 'SignatureDoesNotMatch'],
    [
      'a stranger’s key',
      { 'X-Amz-Credential': 'AKIAOTHER/20261122/us-east-1/s3/aws4_request' },
      'InvalidAccessKeyId',
    ],
  ])('is refused with %s', async (_, change, code) => {
    expect(await codeOf(await post(change))).toBe(code);
    expect(host.stored).toEqual([]);
  });

  test('is refused when the file is too large or too small', async () => {
    expect(await codeOf(await post({}, 'x'.repeat(20_001)))).toBe('EntityTooLarge');
    expect(await codeOf(await post({}, 'x'))).toBe('EntityTooSmall');
    expect(host.stored).toEqual([]);
  });

  test('is refused after its time, counted on the clock of the host', async () => {
    const { url, fields } = await sign();
    host.clock.instant += 11 * minute;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob(['hello']), 'roster.zip');
    const answer = await fetch(url, { method: 'POST', body: form });
    expect(await answer.text()).toContain('Policy expired');
  });

  test('is refused without a file, and when it is no form', async () => {
    const { url, fields } = await sign();
    const form = new FormData();
    form.append('key', fields['key'] ?? '');
    expect(await codeOf(await fetch(url, { method: 'POST', body: form }))).toBe('InvalidArgument');
    expect(await codeOf(await fetch(url, { method: 'POST', body: 'hello' }))).toBe('PreconditionFailed');
  });
});

test('a preflight is answered for the site, and for nobody else', async () => {
  const ask = (origin: string, method = 'POST') =>
    fetch(`${host.origin}/_local/s3/${Bucket}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'Content-Type',
      },
    });
  expect((await ask(host.origin)).headers.get('access-control-allow-methods')).toBe('POST');
  expect(await codeOf(await ask('https://elsewhere.example'))).toBe('AccessForbidden');
  expect((await ask(host.origin, 'DELETE')).status).toBe(403);
});
