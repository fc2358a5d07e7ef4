import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AppError } from '#functions/app/errors.ts';
import { type ErrorCode, errorStatus, type Problem } from '#shared/contract/errors.ts';
import { Refusal } from '#shared/domain/refusal.ts';

const titles: Record<ErrorCode, string> = {
  BAD_REQUEST: 'Something in the form needs another look',
  NOT_SIGNED_IN: 'Please sign in',
  NOT_ALLOWED: 'Not allowed',
  NOT_FOUND: 'Not found',
  CHANGED_MEANWHILE: 'Changed meanwhile',
  NOT_POSSIBLE: 'Not possible',
  REPEATED_WITH_OTHER_CONTENT: 'Sent before with other content',
  TOO_LARGE: 'Too large',
  TOO_MANY_REQUESTS: 'Too many requests',
  INTERNAL: 'Something went wrong on our side',
  BUSY: 'Busy',
};

/** Names of AWS errors that pass by themselves: the person is asked to try again. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'TimeoutError',
]);

/** The error as a use case or the platform meant it; anything unforeseen is INTERNAL and says nothing (RFC 9457). */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Refusal) {
    const { reason, names } = error;
    return new AppError('NOT_POSSIBLE', error.message, { reason, names });
  }
  if (error instanceof Error && passing.has(error.name))
    return new AppError('BUSY', 'Porchlight is busy right now. Nothing was changed; try again in a moment.', {
      reason: 'busy',
    });
  return new AppError(
    'INTERNAL',
    'Something went wrong on our side, and we have been told. Try again, or give this number to support.',
    { reason: 'internal' },
  );
}

export function problemResult(error: AppError, requestId: string): APIGatewayProxyStructuredResultV2 {
  const problem: Problem = {
    type: `urn:porchlight:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[error.code],
    status: errorStatus[error.code],
    code: error.code,
    detail: error.message,
    reason: error.reason,
    requestId,
    fields: [...error.fields],
    ...(error.names.length > 0 && { names: [...error.names] }),
  };
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
}
