import { letter as english } from '#shared/locales/en/letter.ts';
import { letter as spanish } from '#shared/locales/es/letter.ts';
import type { SameShape } from '#shared/locales/same-shape.ts';

/** Languages in which a family can be written to. One more is one more catalogue here. */
export const letterLanguages = ['en', 'es'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
export type LetterWords = SameShape<typeof english>;

const catalogues: Readonly<Record<LetterLanguage, LetterWords>> = { en: english, es: spanish };

/** Words for a family, in its language and not in the reader's: both are there at once. */
export const letterWords = (language: LetterLanguage): LetterWords => catalogues[language];

/** The catalogue that speaks a family's home language; null when none does, or when nobody knows the language. */
export const letterLanguageOf = (tag: string | null): LetterLanguage | null =>
  letterLanguages.find((one) => one === tag?.split('-')[0]) ?? null;

/** Puts values into a sentence of these words. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** Names in a sentence, in the family's language. */
export const listed = (names: readonly string[], language: LetterLanguage): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(new Set(names));
