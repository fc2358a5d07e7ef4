/** `npm start`: the whole product on this machine, from the synthesized stack, with demo data at the first start. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '#infra/local/build-steps.ts';
import { type DataFolder, takeDataFolder } from '#infra/local/data-folder.ts';
import { peopleTable } from '#infra/local/demo/people.ts';
import { seedDemo } from '#infra/local/demo/seed.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { localServices } from '#infra/local/local-services.ts';
import { sentenceFor } from '#infra/local/messages.ts';
import { noteRunning } from '#infra/local/running-hosts.ts';
import { help, readStartOptions, type StartOptions } from '#infra/local/start-options.ts';
import { startWebServer } from '#infra/local/web-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), root, process.env['INIT_CWD'] ?? process.cwd());
  if (options.help) return say(help);
  // Asked first: to hear of a taken port after a minute of building helps nobody.
  await (await startWebServer(options.port)).stop();
  const folder = takeDataFolder(options.data, options.fresh);
  let host: Host | undefined;
  const forget = noteRunning(folder.path);
  const leave = async (): Promise<void> => {
    await host?.stop();
    forget();
    folder.release();
  };
  const stop = stopOnce(leave);
  try {
    await run(options, folder, stop, (started) => {
      host = started;
    });
  } catch (error) {
    await leave();
    throw error;
  }
}

async function run(
  options: StartOptions,
  folder: DataFolder,
  stop: Stop,
  onStarted: (host: Host) => void,
): Promise<void> {
  const services = localServices();
  await buildWhatChanged(say);
  say('Starting ...');
  const host = await startHost({
    assemblyDir: join(root, 'dist/cdk.out'),
    webDir: join(root, 'dist/web'),
    dataDir: folder.state,
    port: options.port,
    databaseEndpoint: process.env['AWS_ENDPOINT_URL_DYNAMODB'],
    services: services.all,
    log: (line) => process.env['PORCHLIGHT_VERBOSE'] && console.error(line),
    onFatal: (reason) => {
      // Ctrl-C in a terminal reaches the engine as well; then this process is about to stop by itself.
      setTimeout(() => {
        if (stop.begun()) return;
        console.error(`${reason} Start Porchlight again; what was entered is kept.`);
        stop.now(1);
      }, 300);
    },
  });
  onStarted(host);
  folder.announce(host.port);
  if (!folder.ready) {
    await seedDemo(host, services, say);
    folder.markReady();
  }
  say('');
  say(`Porchlight is ready at ${host.origin}`);
  say('');
  say(peopleTable());
}

interface Stop {
  readonly now: (code: number) => void;
  readonly begun: () => boolean;
}

/** Stops cleanly at the first signal; an impatient second one, a moment later, ends the process at once. */
function stopOnce(work: () => Promise<void>): Stop {
  let since: number | undefined;
  const now = (code: number): void => {
    if (since !== undefined) {
      // One Ctrl-C may arrive twice, from the terminal and from the process that started this one.
      if (Date.now() - since > 1_000) process.exit(1);
      return;
    }
    since = Date.now();
    work().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => now(0));
  // The process that started this one is gone, however it went.
  process.on('disconnect', () => now(0));
  return { now, begun: () => since !== undefined };
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exit(1);
});
