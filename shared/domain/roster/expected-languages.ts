import { foldedName } from './expected-names.ts';

/** Home languages by tag, with the words by which offices write them down: English, Spanish, and the language's own. */
const languages: Readonly<Record<string, readonly string[]>> = {
  am: ['Amharic', 'amárico', 'አማርኛ'],
  ar: ['Arabic', 'árabe', 'العربية'],
  bn: ['Bengali', 'bengalí', 'বাংলা'],
  en: ['English', 'inglés', 'Eng'],
  es: ['Spanish', 'español', 'castellano', 'Span', 'Esp'],
  fa: ['Farsi', 'Persian', 'persa', 'فارسی'],
  fr: ['French', 'francés', 'français'],
  gu: ['Gujarati', 'guyaratí', 'ગુજરાતી'],
  hi: ['Hindi', 'हिन्दी'],
  hmn: ['Hmong', 'Hmoob'],
  ht: ['Haitian Creole', 'Haitian', 'criollo haitiano', 'kreyòl ayisyen', 'Kreyol'],
  hy: ['Armenian', 'armenio', 'հայերեն'],
  ja: ['Japanese', 'japonés', '日本語'],
  km: ['Khmer', 'Cambodian', 'camboyano', 'ខ្មែរ'],
  ko: ['Korean', 'coreano', '한국어'],
  lo: ['Lao', 'laosiano', 'ລາວ'],
  my: ['Burmese', 'birmano', 'မြန်မာ'],
  ne: ['Nepali', 'nepalí', 'नेपाली'],
  om: ['Oromo', 'Afaan Oromoo'],
  pa: ['Punjabi', 'panyabí', 'ਪੰਜਾਬੀ'],
  pl: ['Polish', 'polaco', 'polski'],
  ps: ['Pashto', 'pastún', 'پښتو'],
  pt: ['Portuguese', 'portugués', 'português'],
  ro: ['Romanian', 'rumano', 'română'],
  ru: ['Russian', 'ruso', 'русский'],
  so: ['Somali', 'somalí', 'Soomaali'],
  sw: ['Swahili', 'suajili', 'Kiswahili'],
  ti: ['Tigrinya', 'tigriña', 'ትግርኛ'],
  tl: ['Tagalog', 'Filipino'],
  uk: ['Ukrainian', 'ucraniano', 'українська'],
  ur: ['Urdu', 'اردو'],
  vi: ['Vietnamese', 'vietnamita', 'tiếng Việt'],
  zh: ['Chinese', 'Mandarin', 'Cantonese', 'chino', 'mandarín', '中文'],
};

const byWord = new Map(
  Object.entries(languages).flatMap(([tag, words]) => words.map((word) => [foldedName(word), tag] as const)),
);
const tagPattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Tags that a form offers, by the tag. */
export const offeredLanguages: readonly string[] = Object.keys(languages);

/**
 * The language tag of a word such as `Spanish`, `español` or `es`; null when it is neither known nor a tag. A word that
 * only looks like a tag is not guessed.
 */
export function languageOf(word: string): string | null {
  const known = byWord.get(foldedName(word));
  if (known !== undefined) return known;
  const tag = word.trim().toLowerCase();
  const [primary = ''] = tag.split('-');
  return tagPattern.test(tag) && primary in languages ? tag : null;
}
