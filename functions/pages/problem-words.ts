import type { AppError } from '#functions/app/errors.ts';
import type { FamilyWords } from './languages.ts';

/** What a family is told when something fails, and whether its page still opens. */
export function problemInWords(
  { problem }: FamilyWords,
  { code, reason }: Pick<AppError, 'code' | 'reason'>,
): { readonly sentence: string; readonly opens: boolean } {
  if (reason === 'link_ended') return { sentence: problem.notFound, opens: false };
  if (reason === 'visit.school_grounds') return { sentence: problem.schoolGrounds, opens: true };
  if (reason === 'visit.answer_too_late') return { sentence: problem.begun, opens: true };
  switch (code) {
    case 'NOT_FOUND':
    case 'NOT_POSSIBLE':
    case 'CHANGED_MEANWHILE':
      return { sentence: problem.notNow, opens: true };
    case 'BAD_REQUEST':
    case 'TOO_LARGE':
      return { sentence: problem.form, opens: true };
    default:
      return { sentence: problem.ourFault, opens: true };
  }
}
