/** One warm instance of a function: a worker thread that serves one invocation at a time, as on AWS. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';

export interface InstanceSettings {
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly codeDir: string;
  readonly handler: string;
  /** Shared memory with the clock's offset. */
  readonly clock: SharedArrayBuffer;
}

export interface ToWorker {
  readonly requestId: string;
  readonly event: string;
  readonly timeoutMs: number;
}

interface Described {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: Described }
  | { readonly kind: 'result'; readonly requestId: string; readonly result: string }
  | { readonly kind: 'failure'; readonly requestId: string; readonly error: Described };

/** The function threw, ran out of time or died. `errorType` is what Lambda would report. */
export class FunctionError extends Error {
  readonly errorType: string;
  /** Stack inside the function, for the log. */
  readonly trace: string;

  constructor(functionName: string, error: Described) {
    super(`${functionName}: ${error.name}: ${error.message}`);
    this.name = 'FunctionError';
    this.errorType = error.name;
    this.trace = error.stack;
  }
}

interface Running {
  readonly requestId: string;
  readonly timer: NodeJS.Timeout;
  resolve(result: string): void;
  reject(error: FunctionError): void;
}

export class FunctionInstance {
  readonly #settings: InstanceSettings;
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<void>();
  #running: Running | undefined;
  #taken = false;
  #gone = false;

  /** Starts loading the bundle at once. `onExit` is called when the instance can take no more work. */
  constructor(
    settings: InstanceSettings,
    environment: Readonly<Record<string, string>>,
    write: (chunk: Buffer) => void,
    onExit: () => void,
  ) {
    this.#settings = settings;
    this.#worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData: settings,
      env: { ...environment },
      stdout: true,
      stderr: true,
      name: settings.functionName,
      execArgv: ['--enable-source-maps'],
    });
    // Nobody may be waiting at the moment in which loading fails.
    this.#ready.promise.catch(() => undefined);
    this.#worker.stdout.on('data', write);
    this.#worker.stderr.on('data', write);
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) => {
      write(Buffer.from(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`));
      this.#die('Runtime.UnhandledError', error instanceof Error ? error.message : String(error));
    });
    this.#worker.on('exit', (code) => {
      this.#die('Runtime.ExitError', `the process exited with code ${code}`);
      onExit();
    });
  }

  get gone(): boolean {
    return this.#gone;
  }

  get idle(): boolean {
    return !this.#taken && !this.#gone;
  }

  /** Resolves when the bundle is loaded; rejects when it cannot be. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Runs one invocation. The time limit counts from the moment the bundle is loaded, as on AWS. */
  async invoke(event: string, timeoutMs: number): Promise<string> {
    this.#taken = true;
    try {
      await this.#ready.promise;
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const requestId = randomUUID();
      const timer = setTimeout(() => this.#timeOut(timeoutMs), timeoutMs);
      this.#running = { requestId, timer, resolve, reject };
      const message: ToWorker = { requestId, event, timeoutMs };
      this.#worker.postMessage(message);
      return await promise;
    } finally {
      this.#taken = false;
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #timeOut(timeoutMs: number): void {
    const seconds = (timeoutMs / 1000).toFixed(2);
    this.#die('Sandbox.Timedout', `Task timed out after ${seconds} seconds`);
    void this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.#ready.resolve();
      return;
    }
    if (message.kind === 'broken') {
      this.#die(message.error.name, message.error.message, message.error.stack);
      void this.#worker.terminate();
      return;
    }
    const running = this.#running;
    if (running?.requestId !== message.requestId) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    if (message.kind === 'result') running.resolve(message.result);
    else running.reject(new FunctionError(this.#settings.functionName, message.error));
  }

  #die(name: string, message: string, stack = ''): void {
    if (this.#gone) return;
    this.#gone = true;
    const error = new FunctionError(this.#settings.functionName, { name, message, stack });
    this.#ready.reject(error);
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    clearTimeout(running.timer);
    running.reject(error);
  }
}
