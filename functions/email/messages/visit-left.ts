import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames } from '../visit-words.ts';

/** Somebody is no longer in the team; their calendar entry goes with this mail. */
export function visitLeft(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
}): RenderedMail {
  const { reader, letterhead, visit } = data;
  return compose(reader, letterhead, (say) => ({
    subject: say('visitLeft.subject', {
      day: dayInWords(visit.localDate, reader.language),
      names: studentNames(visit, reader.language),
    }),
    heading: say('visitLeft.heading'),
    blocks: [
      { kind: 'paragraph', text: say('visitLeft.intro') },
      {
        kind: 'button',
        label: say('visitLeft.button'),
        href: links.today(letterhead.webOrigin),
      },
    ],
  }));
}
