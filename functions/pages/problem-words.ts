import type { AppError } from '#functions/app/errors.ts';
import { valueIn } from './form-fields.ts';
import type { FormFields } from './frame.ts';
import type { FamilyWords } from './languages.ts';

type Failed = Pick<AppError, 'code' | 'reason' | 'fields'>;

/** What a family is told when something fails: what to do now, and in which field. */
export function problemInWords(
  words: FamilyWords,
  error: Failed,
  sent: FormFields,
): { readonly sentence: string; readonly field: string | null } {
  const { problem } = words;
  switch (error.reason) {
    case 'unknown_page':
      return { sentence: problem.unknown, field: null };
    case 'visit.school_grounds':
      return { sentence: problem.schoolGrounds, field: 'place' };
    case 'visit.answer_too_late':
      return { sentence: problem.begun, field: null };
    case 'visit.not_scheduled':
      return { sentence: problem.over, field: null };
    case 'visit.not_started':
      return { sentence: problem.notYet, field: null };
    case 'family.do_not_contact':
      return { sentence: problem.stopped, field: null };
  }
  switch (error.code) {
    case 'NOT_FOUND':
    case 'NOT_POSSIBLE':
      return { sentence: problem.notNow, field: null };
    case 'CHANGED_MEANWHILE':
      return { sentence: problem.meanwhile, field: null };
    case 'TOO_LARGE':
      return { sentence: problem.tooLong, field: null };
    case 'BAD_REQUEST':
      return mistakeOf(words, error, sent);
    default:
      return { sentence: problem.ourFault, field: null };
  }
}

/** The first field that could not be taken as it is. */
function mistakeOf({ problem }: FamilyWords, { fields }: Failed, sent: FormFields) {
  const [field = ''] = fields[0]?.path.split('.') ?? [];
  switch (field) {
    case 'place':
    case 'note':
    case 'words': {
      const empty = valueIn({ refused: { sentence: '', field, sent } }, field, '').trim() === '';
      return { sentence: empty ? problem.empty : problem.tooLong, field };
    }
    case 'times':
    case 'type':
    case 'interpreter':
    case 'how':
      return { sentence: problem.choose, field };
    default:
      return { sentence: problem.form, field: null };
  }
}
