import type { ErrorCode } from '#shared/contract/errors.ts';

/** A closed set of refusals a use case may answer with; the platform maps them to problem details. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** A catalogue key under `problem.`, so that the sentence can be said in the reader's language. */
  readonly reason: string | null;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  /** The people of whom the sentence speaks. */
  readonly names: readonly string[];

  constructor(
    code: ErrorCode,
    sentence: string,
    options: {
      readonly reason?: string;
      readonly fields?: readonly { readonly path: string; readonly message: string }[];
      readonly names?: readonly string[];
    } = {},
  ) {
    super(sentence);
    this.name = 'AppError';
    this.code = code;
    this.reason = options.reason ?? null;
    this.fields = options.fields ?? [];
    this.names = options.names ?? [];
  }
}

/** Also the answer for another district's id and for a row outside one's scope: existence is not revealed. */
export const notFound = (what: string): AppError =>
  new AppError('NOT_FOUND', `This ${what} does not exist, or you cannot see it.`, { reason: 'not_found' });

/** A link that nobody made, that ended or was revoked: always the same answer, so that it tells nothing. */
export const linkEnded = (): AppError =>
  new AppError('NOT_FOUND', 'This link is not in use. Ask for a new one.', { reason: 'link_ended' });

export const notAllowed = (): AppError =>
  new AppError('NOT_ALLOWED', 'Your role does not allow this. Ask your district coordinator.', {
    reason: 'not_allowed',
  });

export const changedMeanwhile = (what: string): AppError =>
  new AppError(
    'CHANGED_MEANWHILE',
    `Someone else changed this ${what} a moment ago. Look at what is there now, then make your change again.`,
    { reason: 'changed_meanwhile' },
  );
