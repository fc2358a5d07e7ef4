import type { FamilyWords } from './languages.ts';

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
  readonly said: string | null;
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
