import type { Problem } from '#shared/contract/errors.ts';

/**
 * The fields a server did not accept, each with the sentence of this form for it.
 * @param sentences by the path of the field in the request; `schoolIds` also stands for `schoolIds.0`.
 * @returns by the same path; a field without a sentence of its own keeps the server's.
 */
export function fieldErrors(
  problem: Problem | null,
  sentences: Readonly<Record<string, string>>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of problem?.fields ?? []) {
    const known = Object.keys(sentences)
      .filter((key) => path === key || path.startsWith(`${key}.`))
      .sort((a, b) => b.length - a.length)[0];
    errors[known ?? path] = known === undefined ? message : (sentences[known] ?? message);
  }
  return errors;
}
