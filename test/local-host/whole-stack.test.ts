import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhatChanged } from '#infra/local/build-steps.ts';
import { seedDemo } from '#infra/local/demo/seed.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { localServices } from '#infra/local/local-services.ts';
import { loadStack } from '#infra/local/template.ts';
import { type IamJudge, iamJudge } from '#test/support/iam-judge.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'porchlight-whole-'));
let host: Host;
let iam: IamJudge;

/** The product as it would be deployed, its demo districts entered through the API, every AWS call judged by its policies. */
beforeAll(async () => {
  await buildWhatChanged(() => undefined);
  const assemblyDir = join(root, 'dist/cdk.out');
  iam = iamJudge(loadStack(assemblyDir));
  const services = localServices();
  host = await startHost({
    assemblyDir,
    webDir: join(root, 'dist/web'),
    dataDir: folder,
    port: 0,
    services: services.all,
    judge: iam.judge,
    log: () => undefined,
  });
  await seedDemo(host, services, () => undefined);
  await host.idle();
}, 300_000);
afterAll(async () => {
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the synthesized stack, from the invitation of a district to its roster and trainings', () => {
  it('never asks for more than its own policies allow', () => {
    expect(iam.denials).toEqual([]);
    expect(iam.used.size).toBeGreaterThan(8);
  });

  it('writes for districts through the role that is fenced to one district, and never scans', () => {
    const used = [...iam.used.values()].flatMap((actions) => [...actions]);
    expect(used).not.toContain('dynamodb:Scan');
    expect([...(iam.used.get('TenantDataRole') ?? [])]).toEqual(
      expect.arrayContaining(['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem']),
    );
    const educatorsWork = [
      'porchlight-local-people',
      'porchlight-local-roster',
      'porchlight-local-trainings',
    ];
    for (const role of educatorsWork) {
      expect(
        [...(iam.used.get(role) ?? [])].filter((action) => /dynamodb:(Put|Update|Delete)/.test(action)),
      ).toEqual([]);
    }
  });

  it('gives nothing up', () => {
    expect(host.deadLetters()).toEqual([]);
  });

  it('goes through a week of reminders with the same two results', async () => {
    await host.clock.advanceTo(host.clock.now() + 7 * 86_400_000);
    expect([iam.denials, host.deadLetters()]).toEqual([[], []]);
  }, 180_000);
});
