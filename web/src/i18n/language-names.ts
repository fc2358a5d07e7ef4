import { useTranslation } from 'react-i18next';
import { languageName } from '#shared/locales/language-names.ts';

/** The name of a language by its tag, in the reader's language. */
export function useLanguageNames(): (tag: string) => string {
  const { i18n } = useTranslation();
  return (tag) => languageName(tag, i18n.language);
}
