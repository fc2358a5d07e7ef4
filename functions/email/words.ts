import { createInstance } from 'i18next';
import { mail as english } from '#shared/locales/en/mail.ts';
import { mail as spanish } from '#shared/locales/es/mail.ts';
import type { MailLanguage } from './mail-language.ts';

type Catalogue = typeof english;
/** `digest.subjectClaim`: every path to a sentence of the catalogue. */
type MailKey = {
  [Part in keyof Catalogue & string]: `${Part}.${keyof Catalogue[Part] & string}`;
}[keyof Catalogue & string];
type Sentence<Key extends MailKey> =
  Key extends `${infer Part extends keyof Catalogue & string}.${infer Name}`
    ? Catalogue[Part][Name & keyof Catalogue[Part]]
    : never;
/** The names between braces in a sentence: a value that is missing or misspelt is a compile error. */
type Blanks<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Blanks<Rest> : never;
type Values<Key extends MailKey> = [Blanks<Sentence<Key>>] extends [never]
  ? []
  : [Readonly<Record<Blanks<Sentence<Key>>, string | number>>];

/** Says a sentence of the mail catalogue in one language, as plain text: escaping belongs to the layout. */
export type Say = <Key extends MailKey>(key: Key, ...values: Values<Key>) => string;

const catalogues = createInstance({
  initAsync: false,
  resources: { en: { mail: english }, es: { mail: spanish } },
  supportedLngs: ['en', 'es'],
  fallbackLng: false,
  ns: ['mail'],
  defaultNS: 'mail',
  interpolation: { escapeValue: false, skipOnVariables: true },
});
void catalogues.init();

export function sayIn(language: MailLanguage): Say {
  const translate = catalogues.getFixedT(language, 'mail');
  return (key, ...values) => translate(key as string, { ...values[0] });
}
