import { useTranslation } from 'react-i18next';
import type { ErrorCode, Problem } from '#shared/contract/errors.ts';
import { useNames } from './names.ts';

/** A problem as a sentence: the catalogue's for its reason, else for its code, else the server's own. */
export function useProblemWords(): (problem: Problem) => string {
  const { t, i18n } = useTranslation('problem');
  const names = useNames();
  return (problem) => {
    const keys = [problem.reason ?? '', codesAlike.has(problem.code) ? problem.code.toLowerCase() : ''];
    const known = keys.find((key) => key !== '' && i18n.exists(key, { ns: 'problem' }));
    // The key comes from the server, so only its presence at run time can vouch for it.
    return known === undefined
      ? problem.detail
      : t(known as 'busy', { names: names.all(problem.names ?? []) });
  };
}

/** Codes that always mean the same; the others are about one thing, which `detail` names. */
const codesAlike = new Set<ErrorCode>([
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'REPEATED_WITH_OTHER_CONTENT',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
  'BUSY',
]);
