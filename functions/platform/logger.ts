import { Logger } from '@aws-lambda-powertools/logger';
import type { LogCode } from './log-codes.ts';

/** The only values that may be logged: ids, codes and numbers. Names, addresses, bodies and tokens have no field. */
export interface LogFields {
  readonly district?: string;
  readonly person?: string;
  readonly subject?: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly roundTrips?: number;
  readonly readUnits?: number;
  readonly writeUnits?: number;
  readonly count?: number;
  readonly kind?: string;
  readonly reason?: string;
  /** Name and stack of an unforeseen error; its message may hold values and stays out. */
  readonly error?: { readonly name: string; readonly stack: string };
}

const logger = new Logger();

export const log = {
  info: (code: LogCode, fields: LogFields = {}): void => logger.info(code, { ...fields }),
  warn: (code: LogCode, fields: LogFields = {}): void => logger.warn(code, { ...fields }),
  error: (code: LogCode, fields: LogFields = {}): void => logger.error(code, { ...fields }),
};

/** What may be said of an unforeseen error: where it arose, not what it said. */
export function traceOf(error: unknown): { name: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, stack: frames.slice(0, 8).join('\n') };
}
