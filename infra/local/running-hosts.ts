/** Which Porchlights of this project are at work, so that `npm run token` finds the one that is meant. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portInUse } from '#infra/local/data-folder.ts';

const notes = fileURLToPath(new URL('../../dist/.running', import.meta.url));

/** Notes the data folder of this process until the returned function is called. */
export function noteRunning(data: string): () => void {
  mkdirSync(notes, { recursive: true });
  const note = join(notes, String(process.pid));
  writeFileSync(note, data);
  return () => rmSync(note, { force: true });
}

/** Ports of all that are at work. A note that a killed process left behind is removed. */
export function runningPorts(): number[] {
  if (!existsSync(notes)) return [];
  const ports = readdirSync(notes).flatMap((name) => {
    const port = portInUse(readFileSync(join(notes, name), 'utf8'));
    if (port === null) rmSync(join(notes, name), { force: true });
    return port ?? [];
  });
  return [...new Set(ports)];
}
