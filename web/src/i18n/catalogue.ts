import i18next, { type BackendModule, type Namespace } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { NotFetched } from '../app/not-fetched.ts';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

const everywhere = ['shell', 'problem'] as const;
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

/**
 * Loads the words every page needs, in the language chosen before or the browser's.
 * @throws NotFetched when they do not arrive.
 */
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
      ns: [...everywhere],
      defaultNS: 'shell',
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  await fetchMissing(catalogue.language, everywhere);
}

function firstLanguage(): Language {
  const stored = localStorage.getItem(storedUnder);
  const wanted = [stored, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (
    languages.find((language) => language === wanted.find((tag) => tag === 'en' || tag === 'es')) ?? 'en'
  );
}

/**
 * For a route's `loader`: the page's words arrive together with its code.
 * @throws NotFetched when they do not arrive: a page says nothing rather than the names of its words.
 */
export function words(...areas: Namespace[]) {
  return async () => {
    const wanted = areas.flat();
    await catalogue.loadNamespaces(wanted);
    await fetchMissing(catalogue.language, wanted);
  };
}

/**
 * Changes the language of all pages.
 * @throws NotFetched when the words of this page do not arrive in it; the language stays as it was then.
 */
export async function speak(language: Language): Promise<void> {
  await fetchMissing(language, [catalogue.options.ns ?? []].flat());
  await catalogue.changeLanguage(language);
}

/** By itself the catalogue asks once for a file, and never again when that did not come. */
async function fetchMissing(language: string, areas: readonly string[]): Promise<void> {
  const missing = () => areas.filter((area) => !catalogue.hasResourceBundle(language, area));
  if (missing().length === 0) return;
  await catalogue.reloadResources([language], missing());
  if (missing().length > 0) throw new NotFetched(`No words in ${language} for ${missing().join(', ')}`);
}
