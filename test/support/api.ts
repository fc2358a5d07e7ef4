import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { setMembership } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import type { RouteId } from '#shared/contract/contract.ts';
import { routeList } from '#shared/contract/contract.ts';
import { fullPath, type Group } from '#shared/contract/route.ts';
import type { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { districtA } from './district.ts';
import { type Engine, startEngine } from './engine.ts';
import { clientId, startTokenIssuer, type TokenIssuer } from './token-issuer.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

export interface Sent {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly key?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

export interface Api {
  readonly engine: Engine;
  readonly tableName: string;
  /** Calls the handler of a route's group, as API Gateway would. */
  call(id: RouteId, sent?: Sent): Promise<Answered>;
  /** A member of a district, and an access token for them. */
  member(person: {
    subject: string;
    personId: string;
    roles: DistrictRole[];
    schoolIds?: string[];
    districtId?: string;
  }): Promise<string>;
  national(subject: string, roles: NationalRole[]): Promise<string>;
  /** Signs any claims, so that a test can lie in each of them. */
  readonly sign: TokenIssuer['sign'];
  stop(): Promise<void>;
}

/**
 * The real handlers in this process, on a real engine. Identity and STS are a small server: what IAM allows is
 * judged elsewhere, by the synthesized policies on the wire.
 */
export async function startApi(stream?: 'without stream'): Promise<Api> {
  const engine = await startEngine();
  const tableName = await engine.newTable(stream);
  const { issuer, jwksUri, sign, stop: stopIssuer } = await startTokenIssuer(assumedRole);
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_STS: issuer,
    TABLE_NAME: tableName,
    TENANT_ROLE_ARN: 'arn:aws:iam::000000000000:role/TenantDataRole',
    TOKEN_ISSUER: issuer,
    TOKEN_JWKS_URI: jwksUri,
    TOKEN_CLIENT_ID: clientId,
    FILES_BUCKET: 'files',
    POWERTOOLS_SERVICE_NAME: 'test',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  const handlers = new Map<Group, Handler>();
  const handlerOf = async (group: Group): Promise<Handler> => {
    const handler = handlers.get(group) ?? ((await import(`#functions/http/${group}.ts`)).handler as Handler);
    handlers.set(group, handler);
    return handler;
  };
  const system = () => new Table(engine.client, tableName, new Date().toISOString());
  return {
    engine,
    tableName,
    sign,
    async call(id, { params = {}, query, body, token = null, key } = {}) {
      const route = routeList.find((one) => one.id === id);
      if (route === undefined) throw new Error(`no route ${id}`);
      const handler = await handlerOf(route.group);
      const event = eventOf(`${route.method} ${fullPath(route)}`, { params, query, body, token, key });
      const result = await handler(event, {} as Context);
      return {
        status: result.statusCode ?? 0,
        headers: result.headers ?? {},
        body: isJson(result) ? JSON.parse(result.body ?? 'null') : result.body,
      };
    },
    async member({ subject, personId, roles, schoolIds = [], districtId = districtA }) {
      const place = { kind: 'district', districtId, personId, roles, schoolIds } as const;
      await setMembership(system(), 'test', { subject, active: true, place });
      return sign({
        sub: subject,
        district: districtId,
        person: personId,
        roles,
        schools: schoolIds,
        membership: 1,
      });
    },
    async national(subject, roles) {
      await setMembership(system(), 'test', {
        subject,
        active: true,
        place: { kind: 'national', name: 'Nora Field', roles },
      });
      return sign({ sub: subject, national_roles: roles, name: 'Nora Field', membership: 1 });
    },
    async stop() {
      stopIssuer();
      await engine.stop();
    },
  };
}

const isJson = ({ headers }: APIGatewayProxyStructuredResultV2): boolean =>
  String(headers?.['content-type']).includes('json');

function eventOf(
  routeKey: string,
  { params, query, body, token, key }: { readonly [Part in keyof Sent]: Sent[Part] | undefined },
): APIGatewayProxyEventV2 {
  const [method = '', path = ''] = routeKey.split(' ');
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    pathParameters: params ?? {},
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'test-request',
      routeKey,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
  };
}

const assumedRole = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<Credentials><AccessKeyId>ASIATEST</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
</AssumeRoleResult></AssumeRoleResponse>`;
