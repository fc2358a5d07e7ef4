import type { MailLanguage } from './mail-language.ts';

const locales: Record<MailLanguage, string> = { en: 'en-US', es: 'es-US' };

/** Newer locale data puts narrow spaces into times; old mail programs show them as boxes. */
const plainSpaces = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

/** A local date in words, `Tuesday, November 3`. No zone: a calendar day is the same everywhere. */
export function dayInWords(day: string, language: MailLanguage): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return plainSpaces(format.format(Date.parse(`${day}T00:00:00Z`)));
}

/** The wall-clock time of an instant with its zone, `4:30 PM CST`. */
export function timeInWords(instant: string, timeZone: string, language: MailLanguage): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return plainSpaces(format.format(Date.parse(instant)));
}

/** `Maya and Leo`, `Maya y Leo`. */
export function namesInWords(names: readonly string[], language: MailLanguage): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}
