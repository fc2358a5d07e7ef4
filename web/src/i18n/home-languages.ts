import { useTranslation } from 'react-i18next';
import { useLanguageNames } from './language-names.ts';

/** Languages spoken at home by many families of the country's schools; what a family has already is added. */
const common = [
  ...['am', 'ar', 'bn', 'de', 'en', 'es', 'fa', 'fr', 'gu', 'hi', 'hmn', 'ht', 'it', 'ja', 'kar', 'km', 'ko'],
  ...['lo', 'mh', 'my', 'ne', 'om', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'rw', 'so', 'sw', 'te', 'ti', 'tl'],
  ...['uk', 'ur', 'uz', 'vi', 'yo', 'zh'],
];

/** Choices of a home language by name, in the reader's order of letters. */
export function useHomeLanguages(present: string | null): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const languageName = useLanguageNames();
  const tags = new Set(present === null ? common : [...common, present]);
  return [...tags]
    .map((value) => ({ value, label: languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
}
