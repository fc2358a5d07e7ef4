import i18next, { type BackendModule, type Namespace } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const storedUnder = 'porchlight.language';

// One small file per area and language; a page loads the areas it shows. Mail has its own, which pages never need.
const files = import.meta.glob<Record<string, object>>([
  '../../../shared/locales/*/*.ts',
  '!../../../shared/locales/*/mail.ts',
]);

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: async (language, area) => {
    const file = files[`../../../shared/locales/${language}/${area}.ts`];
    const words = (await file?.())?.[area];
    if (words === undefined) throw new Error(`No words for ${area} in ${language}`);
    return words;
  },
};

export const catalogue = i18next.createInstance();

/** Loads the words every page needs, in the language chosen before or the browser's. */
export async function startCatalogue(): Promise<void> {
  catalogue.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    localStorage.setItem(storedUnder, language);
  });
  await catalogue
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: languages,
      fallbackLng: false,
      ns: ['shell', 'problem'],
      defaultNS: 'shell',
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

function firstLanguage(): Language {
  const stored = localStorage.getItem(storedUnder);
  const wanted = [stored, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (
    languages.find((language) => language === wanted.find((tag) => tag === 'en' || tag === 'es')) ?? 'en'
  );
}

/** For a route's `loader`: the page's words arrive together with its code. */
export function words(...areas: Namespace[]) {
  return () => catalogue.loadNamespaces(areas.flat());
}
