import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { isChanged, type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** A visit is planned or, once it had stood before, changed. Goes to each team member with a calendar invitation. */
export function visitScheduled(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
}): RenderedMail {
  const { reader, letterhead, visit } = data;
  const about = {
    day: dayInWords(visit.localDate, reader.language),
    names: studentNames(visit, reader.language),
  };
  const changed = isChanged(visit);
  return compose(reader, letterhead, (say) => ({
    subject: changed ? say('visitScheduled.subjectChanged', about) : say('visitScheduled.subject', about),
    heading: changed ? say('visitScheduled.headingChanged') : say('visitScheduled.heading'),
    blocks: [
      {
        kind: 'paragraph',
        text: changed ? say('visitScheduled.introChanged') : say('visitScheduled.intro'),
      },
      visitFacts(visit, reader.language, say),
      { kind: 'paragraph', text: say('visitScheduled.addressNote') },
      {
        kind: 'button',
        label: say('visitScheduled.button'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
