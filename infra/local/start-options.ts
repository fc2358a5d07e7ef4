import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Unable } from '#infra/local/unable.ts';

export interface StartOptions {
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly fresh: boolean;
  readonly help: boolean;
}

export const defaultPort = 4600;

export const help = `npm start -- [options]

  --port NUMBER   the port of the web app (default ${defaultPort})
  --data FOLDER   where everything is kept (default .porchlight in this project)
  --fresh         empty the data folder and begin anew with the demo
  --help          this text

Stop it with Ctrl-C; what was entered is kept. \`npm run -s token -- maya\` prints an access token.`;

/**
 * Reads the arguments of `npm start`. Paths are relative to where npm was called.
 * @throws Unable with one sentence about the first thing that is wrong
 */
export function readStartOptions(args: readonly string[], root: string, calledFrom: string): StartOptions {
  const { values } = parsed(args);
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Unable(
      `"${values.port}" is no port. Choose a number from 1 to 65535, such as --port ${defaultPort}.`,
    );
  }
  const data = values.data?.replace(/^~(?=\/|$)/, homedir());
  if (data === '') throw new Unable('Say which folder: --data FOLDER.');
  return {
    port,
    data: data === undefined ? resolve(root, '.porchlight') : resolve(calledFrom, data),
    fresh: values.fresh === true,
    help: values.help === true,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const first = error instanceof Error ? error.message.split('. ')[0] : '';
    throw new Unable(`${first}. Use --port, --data, --fresh or --help.`);
  }
}
