import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** The family asked for another time. What suits it is never part of a mail. */
export function visitOtherTime(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
}): RenderedMail {
  const { reader, letterhead, visit } = data;
  return compose(reader, letterhead, (say) => ({
    subject: say('visitOtherTime.subject', {
      day: dayInWords(visit.localDate, reader.language),
      names: studentNames(visit, reader.language),
    }),
    heading: say('visitOtherTime.heading'),
    blocks: [
      { kind: 'paragraph', text: say('visitOtherTime.intro') },
      visitFacts(visit, reader.language, say),
      {
        kind: 'button',
        label: say('visitOtherTime.button'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
