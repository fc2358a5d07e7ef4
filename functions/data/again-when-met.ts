import { AppError } from '#functions/app/errors.ts';

const tries = 14;
/** Longest wait before another try, in milliseconds. */
const longest = 400;

/**
 * Whether a change that met somebody else's is to be tried again: then a random, growing time has passed, so that those
 * who met once do not all meet again.
 */
export async function mayTryAgain(error: unknown, attempt: number): Promise<boolean> {
  if (!(error instanceof AppError && error.code === 'CHANGED_MEANWHILE') || attempt >= tries) return false;
  const wait = Math.min(longest, 15 * 2 ** attempt) * Math.random();
  await new Promise((resolve) => setTimeout(resolve, wait));
  return true;
}

/**
 * Runs a change again when somebody else's came in between: many people sign up for one training in the minute in
 * which it is announced, and none of them did anything wrong.
 */
export async function againWhenMet<R>(change: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      if (!(await mayTryAgain(error, attempt))) throw error;
    }
  }
}
