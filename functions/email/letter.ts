import type { Block, MailPage, RenderedMail } from './blocks.ts';
import { renderHtml } from './layout-html.ts';
import { renderText } from './layout-text.ts';
import type { MailLanguage } from './mail-language.ts';
import { type Say, sayIn } from './words.ts';

/** Whom a mail is for. */
export interface Reader {
  readonly name: string;
  readonly language: MailLanguage;
}

/** On whose behalf it is sent. */
export interface Letterhead {
  readonly districtName: string;
  /** One line; every mail names the sender's postal address. */
  readonly postalAddress: string;
  /** `https://…` without a slash at the end; all links lead there. */
  readonly webOrigin: string;
}

interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** The page with the button that stops seasonal prompts; only on mail that holds one (I37). */
  readonly unsubscribeUrl?: string | null;
}

/** Puts greeting, signature and small print around what a message has to say, and renders both twins. */
export function compose(reader: Reader, letterhead: Letterhead, write: (say: Say) => Letter): RenderedMail {
  const say = sayIn(reader.language);
  const { unsubscribeUrl, ...letter } = write(say);
  const { districtName: district, postalAddress } = letterhead;
  return rendered({
    ...letter,
    language: reader.language,
    hello: say('layout.hello', { name: reader.name }),
    thanks: say('layout.thanks'),
    signature: say('layout.team', { district }),
    footer: [say('layout.voluntary'), say('layout.why', { district }), postalAddress],
    unsubscribe: unsubscribeUrl
      ? { label: say('layout.unsubscribe'), note: say('layout.unsubscribeNote'), href: unsubscribeUrl }
      : null,
  });
}

/** The same around a message to a family: why it came, that it is free, and that its link is the family’s own. */
export function composeForFamily(
  reader: Reader,
  letterhead: Letterhead,
  write: (say: Say) => Omit<Letter, 'unsubscribeUrl'>,
): RenderedMail {
  const say = sayIn(reader.language);
  const { districtName: district, postalAddress } = letterhead;
  return rendered({
    ...write(say),
    language: reader.language,
    hello: say('layout.hello', { name: reader.name }),
    thanks: say('familyLayout.thanks'),
    signature: say('familyLayout.team', { district }),
    footer: [
      say('familyLayout.voluntary'),
      say('familyLayout.why', { district }),
      say('familyLayout.secret'),
      postalAddress,
    ],
    unsubscribe: null,
  });
}

const rendered = (page: MailPage): RenderedMail => ({
  subject: page.subject,
  html: renderHtml(page),
  text: renderText(page),
});
