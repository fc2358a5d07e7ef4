import { useTranslation } from 'react-i18next';

/** The name of a language by its tag: `so` → “Somali”. A tag nobody knows is shown as it is. */
export function useLanguageNames(): (tag: string) => string {
  const { i18n } = useTranslation();
  return (tag) => {
    try {
      return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
