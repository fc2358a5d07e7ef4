export type MailLanguage = 'en' | 'es';

/** The language in which mail can be written to a family that speaks the tagged one. */
export const mailLanguageOf = (tag: string | null): MailLanguage =>
  tag?.toLowerCase().split('-')[0] === 'es' ? 'es' : 'en';
