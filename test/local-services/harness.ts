/**
 * One embedded service on a free port, with just as much of the host around it as it asks for: a clock that the
 * test moves, resources as the synthesized stack would declare them, and a record of what it reports.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Credentials,
  EmbeddedService,
  MailEvent,
  ServiceContext,
  StoredObject,
  TokenClaims,
  Verdict,
} from '#infra/local/service.ts';
import type { Resource } from '#infra/local/template.ts';

export const region = 'us-east-1';
/** The keys every signed call of these tests is made with. */
export const keys = {
  accessKeyId: 'AKIAPORCHLIGHTTEST',
  secretAccessKey: 'not-a-real-secret',
  sessionToken: 'session-of-the-test',
};

/** A resource as the template reader gives it. */
export function resource(type: string, name: string, properties: Record<string, unknown> = {}): Resource {
  return {
    stackName: 'Test',
    logicalId: name,
    type,
    name,
    arn: type === 'AWS::S3::Bucket' ? `arn:aws:s3:::${name}` : `arn:aws:test:::${name}`,
    region,
    ref: name,
    properties,
  };
}

export interface Harness {
  readonly origin: string;
  readonly dataDir: string;
  readonly mailEvents: { configurationSet: string; event: MailEvent }[];
  readonly stored: StoredObject[];
  /** Milliseconds; the test may move it. */
  readonly clock: {
    instant: number;
    /** How a journey goes; at once, unless the test says otherwise. */
    advanceTo?: (instant: number) => Promise<void>;
  };
  /** What the judge answers. */
  readonly judge: { verdict: Verdict; asked: string[] };
  readonly claims: { value: TokenClaims; requests: unknown[] };
  /** Stops the services and starts new ones on the same folder and port. */
  restart(services: EmbeddedService[]): Promise<void>;
  stop(): Promise<void>;
}

const noClaims: TokenClaims = {
  idToken: { add: {}, suppress: [] },
  accessToken: { add: {}, suppress: [], scopesToAdd: [], scopesToSuppress: [] },
};

export async function serve(first: EmbeddedService[], resources: readonly Resource[]): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-services-'));
  let services = first;
  const server = createServer((request, response) => {
    void dispatch(services, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const harness = {
    origin: `http://localhost:${port}`,
    dataDir: folder,
    mailEvents: [] as Harness['mailEvents'],
    stored: [] as StoredObject[],
    clock: { instant: Date.now() } as Harness['clock'],
    judge: { verdict: { allowed: true } as Verdict, asked: [] as string[] },
    claims: { value: noClaims, requests: [] as unknown[] },
  };
  const context = contextOf(harness, resources);
  const start = async () => {
    for (const service of services) {
      const dataDir = join(folder, service.name);
      await service.start?.({ ...context, dataDir });
    }
  };
  const stop = async () => {
    for (const service of services) await service.stop?.();
  };
  await start();
  return {
    ...harness,
    async restart(next) {
      await stop();
      services = next;
      await start();
    },
    async stop() {
      await stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Inner = Pick<Harness, 'origin' | 'mailEvents' | 'stored' | 'clock' | 'judge' | 'claims'>;

function contextOf(harness: Inner, resources: readonly Resource[]): ServiceContext {
  const principal = { kind: 'function', roleArn: 'arn:role', arn: 'arn:role', tags: {} } as const;
  const credentials: Credentials = { ...keys, expiresAt: undefined, principal };
  return {
    dataDir: '',
    origin: harness.origin,
    clock: {
      now: () => harness.clock.instant,
      offset: () => harness.clock.instant - Date.now(),
      advanceTo: async (instant) => {
        if (harness.clock.advanceTo !== undefined) return harness.clock.advanceTo(instant);
        harness.clock.instant = instant;
      },
    },
    stack: {
      account: '000000000000',
      region,
      assemblyDir: '',
      resources: (type) => resources.filter((one) => one.type === type),
      find: (identifier) => resources.find((one) => one.name === identifier || one.arn === identifier),
      assetPath: () => undefined,
    },
    credentials: { find: (id) => (id === keys.accessKeyId ? credentials : undefined) },
    judge: (_, action, target) => {
      harness.judge.asked.push(`${action} ${target}`);
      return harness.judge.verdict;
    },
    invoke: async () => null,
    preTokenGeneration: async (request) => {
      harness.claims.requests.push(request);
      return harness.claims.value;
    },
    mailEvent: async (configurationSet, event) => {
      harness.mailEvents.push({ configurationSet, event });
    },
    objectCreated: async (object) => {
      harness.stored.push(object);
    },
    idle: async () => undefined,
    log: () => undefined,
  };
}

async function dispatch(
  services: readonly EmbeddedService[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const signed = /Credential=[^/]+\/\d+\/[\w-]+\/([\w-]+)\//.exec(request.headers.authorization ?? '');
  if (signed !== null) {
    const service = services.find((one) => one.aws?.service === signed[1]);
    const chunks: Buffer[] = [];
    if (signed[1] !== 's3') for await (const chunk of request) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const principal = { kind: 'function', roleArn: '', arn: '', tags: {} } as const;
    await service?.aws?.handle(request, response, { principal, operation, body: Buffer.concat(chunks) });
    return;
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const mount = services
    .flatMap((service) => service.mounts ?? [])
    .filter((one) => path === one.path || path.startsWith(`${one.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (mount === undefined) response.writeHead(404).end();
  else await mount.handle(request, response);
}
