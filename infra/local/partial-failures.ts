import * as z from 'zod';

const answerSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/**
 * The items that a function with ReportBatchItemFailures could not take. An answer of another form, or an empty
 * identifier, fails the whole batch; no answer, or no list, means success.
 */
export const failedItems = (answer: unknown): ReadonlySet<string> | 'all' => {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return 'all';
  const identifiers = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return identifiers.includes('') ? 'all' : new Set(identifiers);
};
