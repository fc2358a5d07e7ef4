import { inspect } from 'node:util';
import * as z from 'zod';
import { EngineUnavailable } from '#infra/local/dynamodb-process.ts';
import { Unable } from '#infra/local/unable.ts';
import { PortTaken } from '#infra/local/web-server.ts';

/** What a person reads when Porchlight cannot start: one sentence if the cause is known, else all there is to know. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Unable || error instanceof PortTaken || error instanceof EngineUnavailable) {
    return error.message;
  }
  if (error instanceof SyntaxError || error instanceof z.ZodError || isSqliteError(error)) {
    return `Something in the data folder cannot be read, so it is only half there. Begin anew with --fresh, or choose another folder with --data. (${firstLine(error)})`;
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message.split('. ')[0]}.`;
  }
  return error instanceof Error ? inspect(error) : String(error);
}

function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0] ?? '';
}
