/**
 * The local host: runs the synthesized stack on one machine. It composes the embedded engine and queues, the gateway
 * for AWS calls, the functions, their event sources, the embedded services and the browser's port.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accessReader } from '#infra/local/aws-access.ts';
import { startGateway } from '#infra/local/aws-gateway.ts';
import { bucketEvents } from '#infra/local/bucket-events.ts';
import { type Clock, HostClock } from '#infra/local/clock.ts';
import { CredentialStore } from '#infra/local/credentials.ts';
import { type DeadLetter, deadLettersOf } from '#infra/local/dead-letters.ts';
import { startDatabase } from '#infra/local/dynamodb.ts';
import { eventBus } from '#infra/local/event-bus.ts';
import { EventSources } from '#infra/local/event-sources.ts';
import { EventTargets } from '#infra/local/event-targets.ts';
import { FaultPlan, type ObservedCall } from '#infra/local/faults.ts';
import { functionEnvironment, operatorEnvironment } from '#infra/local/function-environment.ts';
import { functionLogs } from '#infra/local/function-logs.ts';
import { FunctionPool } from '#infra/local/function-pool.ts';
import { HostState } from '#infra/local/host-state.ts';
import { httpApi } from '#infra/local/http-api.ts';
import { jwtAuthorizer } from '#infra/local/jwt-authorizer.ts';
import { QueueStore } from '#infra/local/queue-store.ts';
import { apiPaths, headersFor } from '#infra/local/response-headers.ts';
import type { EmbeddedService, Judge, ServiceContext } from '#infra/local/service.ts';
import { staticSite } from '#infra/local/static-site.ts';
import { loadStack, type Stack } from '#infra/local/template.ts';
import { rolesOf } from '#infra/local/template-access.ts';
import { functionsOf } from '#infra/local/template-compute.ts';
import { queuesOf, tablesOf } from '#infra/local/template-data.ts';
import { apisOf, headerRulesOf } from '#infra/local/template-web.ts';
import { preTokenTrigger } from '#infra/local/triggers.ts';
import { startWebServer } from '#infra/local/web-server.ts';

export interface HostOptions {
  /** The cloud assembly (`dist/cdk.out`). */
  readonly assemblyDir: string;
  /** Where everything that must survive lies. */
  readonly dataDir: string;
  /** Port for the browser; 0 for any free one. */
  readonly port: number;
  /** The built web app. */
  readonly webDir: string;
  readonly services: readonly EmbeddedService[];
  /** Asked about every AWS call of a function; without one all is allowed. */
  readonly judge?: Judge;
  /** Issuer of the tokens, when it is not the embedded sign-in service. */
  readonly tokens?: { readonly issuer: string; readonly jwksUri: string };
  /** Another DynamoDB engine (AWS_ENDPOINT_URL_DYNAMODB). */
  readonly databaseEndpoint?: string | undefined;
  /** Hears every AWS call that was let through; DynamoDB's with its answer. */
  readonly observe?: (call: ObservedCall, answer: Buffer | undefined) => void;
  /** Longest steps of frequent schedules on a journey; `() => 0` runs each at its own time. */
  readonly stride?: (remainingMs: number) => number;
  /** More environment for every function, for tests. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** The engine ended by itself: nothing works any more. */
  readonly onFatal?: (reason: string) => void;
}

export interface Host {
  /** `http://localhost:PORT` */
  readonly origin: string;
  readonly port: number;
  readonly stack: Stack;
  readonly clock: Clock;
  readonly faults: FaultPlan;
  /** Environment with which any SDK client of a tool (the seed, a test) reaches the services, unjudged. */
  readonly operatorEnvironment: Readonly<Record<string, string>>;
  /** Runs a function by name or logical id. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** What lies in the queues to which the stack sends what failed. */
  deadLetters(): readonly DeadLetter[];
  /** Resolves when streams, queues and running invocations are drained. Messages that wait for another try do not count. */
  idle(): Promise<void>;
  /** Removes expired items, as DynamoDB's time to live does. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

export const startHost = async (options: HostOptions): Promise<Host> => {
  // Lambda's zone; a bundle that asks for the machine's would behave differently here.
  process.env['TZ'] = 'UTC';
  const dataDir = resolve(options.dataDir);
  const stack = loadStack(resolve(options.assemblyDir));
  const web = await startWebServer(options.port);
  const cleanups: (() => Promise<unknown> | unknown)[] = [() => web.stop()];
  const stopAll = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    return await compose(options, dataDir, stack, web, cleanups, stopAll);
  } catch (error) {
    await stopAll();
    throw error;
  }
};

const compose = async (
  options: HostOptions,
  dataDir: string,
  stack: Stack,
  web: Awaited<ReturnType<typeof startWebServer>>,
  cleanups: (() => Promise<unknown> | unknown)[],
  stopAll: () => Promise<void>,
): Promise<Host> => {
  const { log } = options;
  const origin = `http://localhost:${web.port}`;
  const judge: Judge = options.judge ?? (() => ({ allowed: true }));
  const state = new HostState(dataDir);
  cleanups.push(() => state.close());
  const clock = new HostClock(state);
  const credentials = new CredentialStore();
  const faults = new FaultPlan();
  const functions = functionsOf(stack);
  const tokens = options.tokens ?? {
    issuer: `${origin}/oidc`,
    jwksUri: `http://127.0.0.1:${web.port}/oidc/jwks`,
  };

  const database = await startDatabase({
    tables: tablesOf(stack),
    dataDir: join(dataDir, 'dynamodb'),
    clock,
    external: options.databaseEndpoint,
    onCrash: (reason) => (options.onFatal ?? log)(reason),
  });
  cleanups.push(() => database.stop());
  const queues = new QueueStore(queuesOf(stack), join(dataDir, 'sqs'), clock);
  cleanups.push(() => queues.close());

  let sources: EventSources | undefined;
  const gateway = await startGateway({
    credentials,
    clock,
    judge,
    access: accessReader(stack),
    queues,
    sts: { account: stack.account, roles: rolesOf(stack), credentials, clock, judge },
    databaseEndpoint: database.calls.endpoint,
    services: new Map(options.services.flatMap(({ aws }) => (aws ? [[aws.service, aws] as const] : []))),
    faults,
    onDatabaseWrite: () => sources?.pokeStreams(),
    observe: options.observe,
    log,
  });
  cleanups.push(() => gateway.stop());

  const endpoints = { gateway: gateway.endpoint, browserPort: web.port, webOrigin: origin, ...tokens };
  const logs = functionLogs(join(dataDir, 'logs'));
  cleanups.push(() => logs.close());
  const pool = new FunctionPool({
    functions,
    clock: clock.shared,
    write: logs.write,
    environment: (definition) => ({
      ...functionEnvironment(definition, credentials, endpoints),
      ...options.environment,
    }),
  });

  const targets = new EventTargets(stack, pool, queues, log);
  const running = new EventSources({
    stack,
    state,
    clock,
    database,
    queues,
    pool,
    targets,
    servicesBusy: () => options.services.some((service) => service.busy?.() === true),
    stride: options.stride,
    log,
  });
  sources = running;
  clock.setTraveller(running);

  const bus = eventBus(stack, targets, clock);
  const shared: Omit<ServiceContext, 'dataDir'> = {
    origin,
    clock,
    stack,
    credentials,
    judge,
    invoke: (name, event) => pool.invoke(name, event),
    preTokenGeneration: preTokenTrigger(stack, pool),
    mailEvent: (configurationSet, event) => bus.mailEvent(configurationSet, event),
    objectCreated: bucketEvents(stack, targets, clock),
    idle: () => running.idle(),
    log,
  };
  for (const service of options.services) {
    const folder = join(dataDir, 'services', service.name);
    mkdirSync(folder, { recursive: true });
    cleanups.push(() => service.stop?.());
    await service.start?.({ ...shared, dataDir: folder });
  }

  const [api] = apisOf(stack);
  if (api === undefined) throw new Error('The stack has no HTTP API.');
  const rules = headerRulesOf(stack);
  web.open({
    api: httpApi({
      api,
      account: stack.account,
      authorizer: jwtAuthorizer(tokens, clock),
      clock,
      invoke: (name, event) => pool.invoke(name, event),
      log,
    }),
    mounts: options.services.flatMap(({ mounts }) => mounts ?? []),
    signedS3: gateway.handle,
    site: staticSite(resolve(options.webDir)),
    isApi: apiPaths(rules),
    headers: headersFor(rules, { origin, filesOrigin: `http://127.0.0.1:${web.port}` }),
    log,
  });
  // What is under way is cut off; it was not confirmed, so that the next start does it again.
  cleanups.push(() => Promise.all([targets.stop(), running.stop(), pool.stop()]));
  await running.start();

  return {
    origin,
    port: web.port,
    stack,
    clock,
    faults,
    operatorEnvironment: operatorEnvironment(stack.account, stack.region, credentials, endpoints),
    invoke: (name, event) => pool.invoke(name, event),
    deadLetters: () => deadLettersOf(stack, queues),
    idle: () => running.idle(),
    tidy: () => running.tidy(),
    stop: stopAll,
  };
};
