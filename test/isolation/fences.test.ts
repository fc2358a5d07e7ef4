import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  BatchGetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { documentClient } from '#functions/data/tenant-client.ts';
import { tokenVerifier } from '#functions/platform/tokens.ts';
import { rolesOf } from '#infra/local/template-access.ts';
import { callAs, districtA, districtB } from '#test/support/district.ts';
import {
  clientOptions,
  idsOfA,
  idsOfB,
  markOfB,
  startWorld,
  type World,
} from '#test/support/two-districts.ts';

/*
 * Each fence alone holds, with the others out of the way, and each is shown to be what holds: with it removed the same
 * attempt succeeds.
 */

let judged: World;
let unjudged: World;
beforeAll(async () => {
  [judged, unjudged] = [await startWorld(), await startWorld({ judged: false })];
});
afterAll(() => Promise.all([judged.stop(), unjudged.stop()]));

/** A session as a function takes it: of the tenant role, tagged with one district. */
async function sessionOf(world: World, district: string) {
  const operator = clientOptions(world.host);
  const endpoint = world.host.operatorEnvironment['AWS_ENDPOINT_URL_STS'] ?? '';
  const sts = new STSClient({ ...operator, endpoint });
  const role = rolesOf(world.host.stack).find(({ arn }) => /TenantData/.test(arn));
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: role?.arn ?? '',
      RoleSessionName: district,
      Tags: [{ Key: 'tenant', Value: district }],
    }),
  );
  return documentClient(
    new DynamoDBClient({
      ...operator,
      credentials: {
        accessKeyId: given?.AccessKeyId ?? '',
        secretAccessKey: given?.SecretAccessKey ?? '',
        sessionToken: given?.SessionToken ?? '',
      },
      maxAttempts: 1,
    }),
  );
}

describe('fence 1, the token', () => {
  const forged = (world: World) =>
    world.issuer.sign(
      {
        sub: 'forger',
        district: districtB,
        person: idsOfB.per,
        roles: ['educator'],
        schools: [idsOfB.sch],
        membership: 1,
      },
      { clientId: world.clientId, key: 'foreign' },
    );

  test('refuses a forged district though the other fences would let its bearer in', async () => {
    const { status } = await unjudged.call('getFamily', { familyId: idsOfB.fam }, await forged(unjudged));
    expect(status).toBe(401);
    const { issuer, clientId } = unjudged;
    const verify = tokenVerifier({ issuer: issuer.issuer, jwksUri: issuer.jwksUri, clientId });
    expect(await verify(await forged(unjudged))).toBeNull();
  });

  test('removed, the forged district would be believed', async () => {
    const claims = JSON.parse(
      Buffer.from((await forged(unjudged)).split('.')[1] ?? '', 'base64url').toString(),
    );
    const believed = callAs(unjudged.client, unjudged.tableName, new Date().toISOString(), {
      personId: claims.person,
      roles: claims.roles,
      schoolIds: claims.schools,
      districtId: claims.district,
    });
    const request = { params: { familyId: idsOfB.fam }, query: undefined, body: undefined };
    const answer = await getFamily(believed.deps, believed.context, request);
    expect(JSON.stringify(answer)).toContain(markOfB);
  });
});

describe('fence 2, the keys', () => {
  const request = { params: { visitId: idsOfB.vis }, query: undefined, body: undefined };
  const as = (districtId: string, client = unjudged.client) =>
    callAs(client, unjudged.tableName, new Date().toISOString(), {
      personId: idsOfB.per,
      roles: ['coordinator', 'educator'],
      schoolIds: [idsOfA.sch, idsOfB.sch],
      districtId,
    });

  test('finds nothing of another district, though the client may read everything', async () => {
    const { deps, context } = as(districtA);
    await expect(getVisit(deps, context, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('removed, the same client would read it', async () => {
    const { deps, context } = as(districtB);
    expect(JSON.stringify(await getVisit(deps, context, request))).toContain(markOfB);
  });
});

describe('fence 3, IAM', () => {
  const pk = `T#${districtB}#FAMILY#${idsOfB.fam}`;
  const own = `T#${districtA}#FAMILY#${idsOfA.fam}`;
  const attempts = (table: string) => {
    const query = (key: string, index?: string) =>
      new QueryCommand({
        TableName: table,
        ...(index === undefined ? {} : { IndexName: index }),
        KeyConditionExpression: `${index ?? ''}pk = :pk`,
        ExpressionAttributeValues: { ':pk': key },
      });
    return {
      'a Query of its partition': query(pk),
      'a Query of its index': query(`T#${districtB}#PEOPLE`, 'gsi1'),
      'a Query of what is due': query('DUE#2026-09-17T12#1', 'gsi3'),
      'a Query of a district whose id begins alike': query(`T#${districtA}0#PEOPLE`),
      'a BatchGet that mixes own and foreign keys': new BatchGetCommand({
        RequestItems: {
          [table]: {
            Keys: [
              { pk: own, sk: 'PROFILE' },
              { pk, sk: 'PROFILE' },
            ],
          },
        },
      }),
      'a Put': new PutCommand({ TableName: table, Item: { pk, sk: 'INTRUDER' } }),
      'a transaction that mixes own and foreign keys': new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: table, Item: { pk: own, sk: 'INTRUDER' } } },
          { Put: { TableName: table, Item: { pk, sk: 'INTRUDER' } } },
        ],
      }),
      'a Scan': new ScanCommand({ TableName: table }),
    };
  };
  const names = Object.keys(attempts(''));
  type Sent = ReturnType<typeof attempts>['a Scan'];

  test.each(names)('%s is denied to a session of the first district', async (name) => {
    const client = await sessionOf(judged, districtA);
    const command = attempts(judged.tableName)[name as keyof ReturnType<typeof attempts>] as Sent;
    await expect(client.send(command)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test.each(names)('%s would succeed were the policy away', async (name) => {
    const client = await sessionOf(unjudged, districtA);
    const command = attempts(unjudged.tableName)[name as keyof ReturnType<typeof attempts>] as Sent;
    await expect(client.send(command)).resolves.toBeDefined();
  });

  test('the own partition is open to the session', async () => {
    const client = await sessionOf(judged, districtA);
    const query = new QueryCommand({
      TableName: judged.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': own },
    });
    expect((await client.send(query)).Count).toBeGreaterThan(0);
  });
});
