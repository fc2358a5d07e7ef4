import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** Tells the lead that somebody cannot come. No reason is asked and none is given. */
export function visitDeclined(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
  /** Who said no. */
  name: string;
}): RenderedMail {
  const { reader, letterhead, visit, name } = data;
  const about = { name, names: studentNames(visit, reader.language) };
  return compose(reader, letterhead, (say) => ({
    subject: say('visitDeclined.subject', { ...about, day: dayInWords(visit.localDate, reader.language) }),
    heading: say('visitDeclined.heading', about),
    blocks: [
      {
        kind: 'paragraph',
        text: visit.status === 'scheduled' ? say('visitDeclined.stands') : say('visitDeclined.askAnother'),
      },
      visitFacts(visit, reader.language, say),
      {
        kind: 'button',
        label: say('visitDeclined.button'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
