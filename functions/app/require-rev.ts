import { changedMeanwhile } from './errors.ts';

/** What the change was made on must still be there as it was. @throws AppError CHANGED_MEANWHILE */
export function requireRev(kept: { readonly rev: number }, rev: number, what: string): void {
  if (kept.rev !== rev) throw changedMeanwhile(what);
}
