import type { Said } from '#shared/contract/routes/pages.ts';
import type { FamilyWords } from './languages.ts';

/** A form as the browser sent it: a name that comes several times holds a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A form that was not accepted: it comes back as it was sent, so that nobody writes anything twice. */
export interface RefusedForm {
  /** What to do now, in the family's words. */
  readonly sentence: string;
  /** The field to mend; null when it is none of them. */
  readonly field: string | null;
  readonly sent: FormFields;
}

/** What every page of a family needs to know besides its view. */
export interface PageFrame {
  readonly words: FamilyWords;
  /** `/f/<link>`: every address of the family's pages begins with it. */
  readonly base: string;
  /** The page asked for, below `base`: empty for the first one. */
  readonly step: string;
  /** The language chosen on the page, carried along; null when it followed from the family or the phone. */
  readonly chosen: string | null;
  /** Goes with each form, so that one that is sent twice counts once. */
  readonly formKey: string;
  /** What was done just now. */
  readonly said: Said | null;
  /** What was not accepted just now. */
  readonly refused: RefusedForm | null;
}

/** The address of a page of the same family in the same language. */
export function addressOf(
  { base, chosen }: Pick<PageFrame, 'base' | 'chosen'>,
  step = '',
  said: string | null = null,
): string {
  const query = new URLSearchParams({
    ...(chosen === null ? {} : { lang: chosen }),
    ...(said === null ? {} : { said }),
  });
  return `${base}${step === '' ? '' : `/${step}`}${query.size === 0 ? '' : `?${query}`}`;
}
