/**
 * All Lambda functions of the stack. Each has instances (worker threads) of its own, with its own environment and
 * credentials; an instance serves one invocation at a time, and another one starts only when a call has waited a while.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { FunctionInstance } from '#infra/local/function-instance.ts';
import type { FunctionDefinition } from '#infra/local/template-compute.ts';

export interface PoolOptions {
  readonly functions: readonly FunctionDefinition[];
  readonly clock: SharedArrayBuffer;
  /** Environment beyond what the template sets: endpoints, credentials, local overrides. */
  readonly environment: (definition: FunctionDefinition) => Readonly<Record<string, string>>;
  /** What functions print. */
  readonly write: (functionName: string, chunk: Buffer) => void;
  /** Most instances of one function, unless the template reserves fewer. */
  readonly maximumInstances?: number;
}

interface Waiting {
  readonly event: string;
  resolve(result: string): void;
  reject(error: unknown): void;
}

/** How long a call waits for a busy instance before another one is started. */
const patienceMs = 40;

/** How long an instance beyond the first waits for more work. */
const restMs = 30_000;

/** Lambda's limit for events and answers of synchronous invocations. */
export const payloadLimit = 6 * 1024 * 1024;

export class PayloadTooLarge extends Error {
  readonly part: 'event' | 'answer';

  constructor(part: 'event' | 'answer') {
    super(`The ${part} is larger than 6 MB.`);
    this.part = part;
  }
}

class FunctionLane {
  readonly definition: FunctionDefinition;
  readonly #options: PoolOptions;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #instances = new Set<FunctionInstance>();
  readonly #waiting: Waiting[] = [];
  readonly #resting = new Map<FunctionInstance, NodeJS.Timeout>();
  #running = 0;
  #growing = false;
  #stopped = false;

  constructor(definition: FunctionDefinition, options: PoolOptions) {
    this.definition = definition;
    this.#options = options;
    this.#environment = {
      PATH: process.env['PATH'] ?? '',
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
      AWS_REGION: definition.region,
      AWS_DEFAULT_REGION: definition.region,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: definition.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: definition.codeDir,
      ...definition.environment,
      ...options.environment(definition),
    };
  }

  get busy(): boolean {
    return this.#running > 0 || this.#waiting.length > 0;
  }

  invoke(event: string): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#waiting.push({ event, resolve, reject });
    this.#dispatch();
    return promise;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new Error('The local host is stopping.'));
    await Promise.all([...this.#instances].map((instance) => instance.stop()));
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && !this.#stopped) {
      const instance =
        [...this.#instances].find((each) => each.idle) ??
        (this.#instances.size === 0 ? this.#start() : undefined);
      if (instance === undefined) {
        this.#growSoon();
        return;
      }
      const next = this.#waiting.shift();
      if (next) this.#run(instance, next);
    }
  }

  /** Loading a bundle costs more than most calls take, so that a short wait comes first, and one loads at a time. */
  #growSoon(): void {
    const limit = Math.min(
      this.#options.maximumInstances ?? 3,
      this.definition.concurrency ?? Number.POSITIVE_INFINITY,
    );
    if (this.#growing || this.#instances.size >= Math.max(1, limit)) return;
    this.#growing = true;
    const loaded = [...this.#instances].map((instance) => instance.ready().catch(() => undefined));
    void Promise.all([...loaded, pause(patienceMs)]).then(() => {
      this.#growing = false;
      if (this.#stopped || this.#waiting.length === 0) return;
      if (this.#instances.size < limit && ![...this.#instances].some((each) => each.idle)) this.#start();
      this.#dispatch();
    });
  }

  #start(): FunctionInstance {
    const { definition } = this;
    const instance: FunctionInstance = new FunctionInstance(
      {
        functionName: definition.name,
        functionArn: definition.arn,
        memoryMb: definition.memoryMb,
        codeDir: definition.codeDir,
        handler: definition.handler,
        clock: this.#options.clock,
      },
      this.#environment,
      (chunk) => this.#options.write(definition.name, chunk),
      () => {
        this.#instances.delete(instance);
        this.#resting.delete(instance);
        this.#dispatch();
      },
    );
    this.#instances.add(instance);
    return instance;
  }

  #run(instance: FunctionInstance, work: Waiting): void {
    this.#running += 1;
    instance
      .invoke(work.event, this.definition.timeoutMs)
      .then(work.resolve, work.reject)
      .finally(() => {
        this.#running -= 1;
        this.#dispatch();
        if (instance.idle) this.#rest(instance);
      });
  }

  /** One instance stays warm; others end when nobody needed them for a while. */
  #rest(instance: FunctionInstance): void {
    clearTimeout(this.#resting.get(instance));
    const timer = setTimeout(() => {
      this.#resting.delete(instance);
      if (!instance.idle || this.#instances.size <= 1) return;
      this.#instances.delete(instance);
      void instance.stop();
    }, restMs);
    timer.unref();
    this.#resting.set(instance, timer);
  }
}

export class FunctionPool {
  readonly #lanes = new Map<string, FunctionLane>();
  #invocations = 0;

  constructor(options: PoolOptions) {
    for (const definition of options.functions) {
      const lane = new FunctionLane(definition, options);
      this.#lanes.set(definition.name, lane);
      this.#lanes.set(definition.logicalId, lane);
    }
  }

  /** How many invocations were ever begun: two equal readings mean that nothing began in between. */
  get invocations(): number {
    return this.#invocations;
  }

  get busy(): boolean {
    return [...this.#lanes.values()].some((lane) => lane.busy);
  }

  definition(functionName: string): FunctionDefinition {
    return this.#lane(functionName).definition;
  }

  /** Invokes by name or logical id and waits. Rejects with FunctionError when the function fails. */
  async invoke(functionName: string, event: unknown): Promise<unknown> {
    const text = JSON.stringify(event) ?? 'null';
    if (Buffer.byteLength(text) > payloadLimit) throw new PayloadTooLarge('event');
    this.#invocations += 1;
    const result = await this.#lane(functionName).invoke(text);
    if (Buffer.byteLength(result) > payloadLimit) throw new PayloadTooLarge('answer');
    return JSON.parse(result);
  }

  async stop(): Promise<void> {
    await Promise.all([...new Set(this.#lanes.values())].map((lane) => lane.stop()));
  }

  #lane(functionName: string): FunctionLane {
    const lane = this.#lanes.get(functionName);
    if (lane === undefined) throw new Error(`The stack has no function ${functionName}.`);
    return lane;
  }
}
