import { languageName } from '#shared/locales/language-names.ts';
import type { FamilyWords } from './languages.ts';

/** Spanish and English as the United States write days and hours; every other language as it does by itself. */
const localeOf = (tag: string): string =>
  tag.includes('-') ? tag : tag === 'en' || tag === 'es' ? `${tag}-US` : tag;

/** A local day in words, `Tuesday, November 3`. */
export const dayInWords = ({ language }: FamilyWords, day: string): string =>
  new Intl.DateTimeFormat(localeOf(language.tag), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));

/** The wall-clock time of an instant in its zone, `4:30 PM`. */
export const timeInWords = ({ language }: FamilyWords, instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language.tag), { hour: 'numeric', minute: '2-digit', timeZone }).format(
    Date.parse(instant),
  );

/** A weekday's name, whole or as short as a calendar writes it; 1 is Monday. */
export const weekdayInWords = (
  { language }: FamilyWords,
  weekday: number,
  length: 'long' | 'short' = 'long',
): string =>
  new Intl.DateTimeFormat(localeOf(language.tag), { weekday: length, timeZone: 'UTC' }).format(
    // 5 January 1970 was a Monday.
    Date.UTC(1970, 0, 4 + weekday),
  );

/** `Maya and Leo`, `Maya y Leo`. */
export const namesInWords = ({ language }: FamilyWords, names: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language.tag), { type: 'conjunction' }).format(names);

/** A language's name in the language of the page, else its tag. */
export const languageInWords = ({ language }: FamilyWords, tag: string): string =>
  languageName(tag, localeOf(language.tag));
