import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** A visit is called off, by whomever. No reason is asked and none is given. */
export function visitCancelled(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
}): RenderedMail {
  const { reader, letterhead, visit } = data;
  return compose(reader, letterhead, (say) => ({
    subject: say('visitCancelled.subject', {
      day: dayInWords(visit.localDate, reader.language),
      names: studentNames(visit, reader.language),
    }),
    heading: say('visitCancelled.heading'),
    blocks: [
      { kind: 'paragraph', text: say('visitCancelled.intro') },
      visitFacts(visit, reader.language, say),
      { kind: 'paragraph', text: say('visitCancelled.noBlame') },
      {
        kind: 'button',
        label: say('visitCancelled.button'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
