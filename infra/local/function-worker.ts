/**
 * Runs inside a worker thread: one instance of one Lambda function.
 *
 * The thread's environment is the function's own. `Date` shows the host's clock (the time machine) before the
 * bundle is loaded, so that nothing in the bundle ever sees the machine's clock.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, InstanceSettings, ToWorker } from '#infra/local/function-instance.ts';

const settings: InstanceSettings = workerData;

/** `Date` moved by the offset in shared memory. Made with an explicit time, it is the plain one. */
const installClock = (): void => {
  const cell = new Float64Array(settings.clock);
  const RealDate = Date;
  const now = (): number => RealDate.now() + (cell[0] ?? 0);
  const ShiftedDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === ShiftedDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
  RealDate.prototype.constructor = ShiftedDate;
  globalThis.Date = ShiftedDate;
};

const post = (message: FromWorker): void => parentPort?.postMessage(message);

const describe = (error: unknown): { name: string; message: string; stack: string } =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' };

type Handler = (event: unknown, context: Record<string, unknown>) => unknown;

const loadHandler = async (): Promise<Handler> => {
  const dot = settings.handler.lastIndexOf('.');
  const [stem, exportName] = [settings.handler.slice(0, dot), settings.handler.slice(dot + 1)];
  const file = ['.mjs', '.js', '.cjs'].map((end) => join(settings.codeDir, stem + end)).find(existsSync);
  if (file === undefined) throw new Error(`Runtime.ImportModuleError: cannot find ${settings.handler}`);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[exportName];
  if (typeof handler !== 'function')
    throw new Error(`Runtime.HandlerNotFound: ${settings.handler} is no function`);
  return (event, context) => handler(event, context);
};

const serve = (handler: Handler): void => {
  parentPort?.on('message', (message: ToWorker) => {
    const deadline = Date.now() + message.timeoutMs;
    const context = {
      awsRequestId: message.requestId,
      functionName: settings.functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: settings.functionArn,
      memoryLimitInMB: String(settings.memoryMb),
      logGroupName: `/aws/lambda/${settings.functionName}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    Promise.resolve()
      .then(() => handler(JSON.parse(message.event), context))
      .then((result) =>
        post({ kind: 'result', requestId: message.requestId, result: JSON.stringify(result) ?? 'null' }),
      )
      .catch((error: unknown) =>
        post({ kind: 'failure', requestId: message.requestId, error: describe(error) }),
      );
  });
  post({ kind: 'ready' });
};

installClock();
loadHandler().then(serve, (error: unknown) => post({ kind: 'broken', error: describe(error) }));
