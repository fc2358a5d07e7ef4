/** `npm run -s token -- PERSON`: prints an access token of a demo person, so that any API client can be used. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { portInUse } from '#infra/local/data-folder.ts';
import { peopleTable } from '#infra/local/demo/people.ts';
import { sentenceFor } from '#infra/local/messages.ts';
import { runningPorts } from '#infra/local/running-hosts.ts';
import { Unable } from '#infra/local/unable.ts';

const Answer = z.object({ token: z.string() });
const Refused = z.object({ message: z.string() });

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, data: { type: 'string' } },
  });
  const [person] = positionals;
  if (person === undefined) throw new Unable(`Say whose token: npm run -s token -- maya\n\n${peopleTable()}`);
  const port = values.port ?? portFor(values.data);
  process.stdout.write(`${await ask(`http://localhost:${port}`, person)}\n`);
}

/** The host in the named folder; without a name the one in the usual folder, or the only one there is. */
function portFor(data: string | undefined): number {
  const usual = portInUse(fileURLToPath(new URL('../../.porchlight', import.meta.url)));
  if (data === undefined && usual !== null) return usual;
  const named =
    data === undefined ? null : portInUse(resolve(process.env['INIT_CWD'] ?? process.cwd(), data));
  const found = data === undefined ? runningPorts() : named === null ? [] : [named];
  const [port, ...others] = found;
  if (port === undefined) {
    throw new Unable('Porchlight is not running. Start it with npm start, then ask again.');
  }
  if (others.length === 0) return port;
  throw new Unable(`Several are running, on the ports ${found.join(', ')}. Say which: --port ${port}.`);
}

async function ask(origin: string, person: string): Promise<string> {
  const answer = await fetch(`${origin}/_local/token`, {
    method: 'POST',
    headers: { 'x-porchlight-local': '1' },
    body: JSON.stringify({ person }),
  }).catch(() => null);
  if (answer === null || answer.status === 503) {
    throw new Unable(`Porchlight does not answer at ${origin} yet. Wait until it says that it is ready.`);
  }
  const body: unknown = await answer.json();
  if (answer.ok) return Answer.parse(body).token;
  throw new Unable(`${Refused.parse(body).message} These have one:\n\n${peopleTable()}`);
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exit(1);
});
