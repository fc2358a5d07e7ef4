import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '#functions/data/entity.ts';
import { setMembership } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { documentClient } from '#functions/data/tenant-client.ts';
import { type Host, type HostOptions, startHost } from '#infra/local/host.ts';
import { localServices } from '#infra/local/local-services.ts';
import type { Judge } from '#infra/local/service.ts';
import { loadStack } from '#infra/local/template.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import { apisOf } from '#infra/local/template-web.ts';
import type { RouteId } from '#shared/contract/contract.ts';
import { routeList } from '#shared/contract/contract.ts';
import { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { districtA, districtB, systemTable } from '#test/support/district.ts';
import { exampleIds, fillDistrict } from '#test/support/example-district.ts';
import { iamJudge } from '#test/support/iam-judge.ts';
import { startTokenIssuer, type TokenIssuer } from '#test/support/token-issuer.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const assemblyDir = path('dist/cdk.out');
const now = () => new Date().toISOString();

/** What stands in every name of the second district: an answer that holds it leaks. */
export const markOfB = 'Zephyrine';
export const idsOfA = exampleIds(1);
export const idsOfB = exampleIds(2);

export interface World {
  readonly host: Host;
  readonly issuer: TokenIssuer;
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly clientId: string;
  readonly denials: readonly string[];
  /** The token of a member of the first district with one role, at its one school; or of the partner. */
  tokenOfA(role: DistrictRole, personId?: string): Promise<string>;
  nationalToken(role: NationalRole): Promise<string>;
  call(
    id: RouteId,
    params: Record<string, string>,
    token: string,
    sent?: { query?: string; body?: unknown },
  ): Promise<{ status: number; text: string }>;
  /** Every item whose partition key belongs to the district: its key, and a digest of what it holds. */
  itemsOf(district: string): Promise<Map<string, string>>;
  stop(): Promise<void>;
}

/** The whole stack with two districts in it; every AWS call is judged by the synthesized policies unless `judged` is false. */
export async function startWorld({
  judged = true,
  observe,
}: {
  readonly judged?: boolean;
  readonly observe?: HostOptions['observe'];
} = {}): Promise<World> {
  const stack = loadStack(assemblyDir);
  const { judge, denials } = iamJudge(stack);
  const everything: Judge = () => ({ allowed: true });
  const issuer = await startTokenIssuer();
  const dataDir = mkdtempSync(join(tmpdir(), 'porchlight-isolation-'));
  const host = await startHost({
    assemblyDir,
    dataDir,
    webDir: path('dist/web'),
    port: 0,
    services: localServices().all,
    judge: judged ? judge : everything,
    tokens: issuer,
    ...(observe === undefined ? {} : { observe }),
    log: () => undefined,
  });
  const [api] = apisOf(stack);
  const clientId = api?.routes.flatMap(({ authorizer }) => authorizer?.audience ?? [])[0] ?? '';
  const client = documentClient(new DynamoDBClient(clientOptions(host)));
  const tableName = tablesOf(stack)[0]?.name ?? '';
  for (const [district, ids, mark] of [
    [districtA, idsOfA, ''],
    [districtB, idsOfB, markOfB],
  ] as const)
    await fillDistrict(systemTable(client, tableName, now(), district), ids, mark);
  await host.idle();

  const member = async (subject: string, place: Parameters<typeof setMembership>[2]['place']) =>
    setMembership(new Table(client, tableName, now()), 'test', { subject, active: true, place });
  return {
    host,
    issuer,
    client,
    tableName,
    clientId,
    denials,
    async tokenOfA(role, who = idsOfA.per) {
      const subject = `a-${role}-${who}`;
      const place = {
        kind: 'district',
        districtId: districtA,
        personId: who,
        roles: [role],
        schoolIds: [idsOfA.sch],
      } as const;
      await member(subject, { ...place, roles: [...place.roles], schoolIds: [...place.schoolIds] });
      const { districtId, personId, roles, schoolIds } = place;
      const claims = {
        sub: subject,
        district: districtId,
        person: personId,
        roles,
        schools: schoolIds,
        membership: 1,
      };
      return issuer.sign(claims, { clientId, at: host.clock.now() });
    },
    async nationalToken(role) {
      const subject = `n-${role}`;
      await member(subject, { kind: 'national', name: 'Nora Field', roles: [role] });
      return issuer.sign(
        { sub: subject, national_roles: [role], name: 'Nora Field', membership: 1 },
        { clientId, at: host.clock.now() },
      );
    },
    async call(id, params, token, { query = '', body } = {}) {
      const route = routeList.find((one) => one.id === id);
      if (route === undefined) throw new Error(`no route ${id}`);
      const url = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
      const answer = await fetch(`${host.origin}/api${url}${query}`, {
        method: route.method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    async itemsOf(district) {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
      const own = (Items as Item[]).filter(
        ({ pk }) => pk === `T#${district}` || pk.startsWith(`T#${district}#`),
      );
      return new Map(own.map((item): [string, string] => [`${item.pk} ${item.sk}`, stable(item)]));
    },
    async stop() {
      await host.stop();
      client.destroy();
      issuer.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The engine answers attributes in any order. */
const stable = (value: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
          : part,
      ),
    )
    .digest('hex');

/** SDK settings of a client that reaches the host's services as its operator. */
export function clientOptions(host: Host) {
  const env = host.operatorEnvironment;
  return {
    region: env['AWS_REGION'] ?? '',
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(env['AWS_SESSION_TOKEN'] === undefined ? {} : { sessionToken: env['AWS_SESSION_TOKEN'] }),
    },
  };
}

export const allRoles = { district: DistrictRole.options, national: NationalRole.options };
