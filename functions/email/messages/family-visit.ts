import type { RenderedMail } from '../blocks.ts';
import { composeForFamily, type Letterhead, type Reader } from '../letter.ts';
import { dayInWords } from '../local-words.ts';
import { familyPlace, isChanged, type MailedVisit, visitFacts } from '../visit-words.ts';
import type { Say } from '../words.ts';

interface ToFamily {
  readonly reader: Reader;
  readonly letterhead: Letterhead;
  readonly visit: MailedVisit;
  readonly familyPage: string;
}
const dayOf = ({ visit, reader }: ToFamily): { day: string } => ({
  day: dayInWords(visit.localDate, reader.language),
});
const facts = ({ visit, reader }: ToFamily, say: Say) =>
  visitFacts(visit, reader.language, say, familyPlace(visit, say));

/** The visit stands: for the first time, or as it is now. Goes with a calendar entry. */
export function familyVisitScheduled(data: ToFamily): RenderedMail {
  const changed = isChanged(data.visit);
  return composeForFamily(data.reader, data.letterhead, (say) => ({
    subject: changed
      ? say('familyVisitScheduled.subjectChanged', dayOf(data))
      : say('familyVisitScheduled.subject', dayOf(data)),
    heading: changed ? say('familyVisitScheduled.headingChanged') : say('familyVisitScheduled.heading'),
    blocks: [
      {
        kind: 'paragraph',
        text: changed ? say('familyVisitScheduled.introChanged') : say('familyVisitScheduled.intro'),
      },
      facts(data, say),
      { kind: 'paragraph', text: say('familyVisit.free') },
      { kind: 'button', label: say('familyVisit.button'), href: data.familyPage },
    ],
  }));
}

/** The visit does not take place, whoever cancelled it. */
export function familyVisitCancelled(data: ToFamily): RenderedMail {
  return composeForFamily(data.reader, data.letterhead, (say) => ({
    subject: say('familyVisitCancelled.subject', dayOf(data)),
    heading: say('familyVisitCancelled.heading'),
    blocks: [
      { kind: 'paragraph', text: say('familyVisitCancelled.intro') },
      facts(data, say),
      { kind: 'paragraph', text: say('familyVisitCancelled.again') },
      { kind: 'button', label: say('familyVisit.button'), href: data.familyPage },
    ],
  }));
}

/** Afterwards: would the family say that the visit took place, and how it was. */
export function familyVisitConfirm(data: ToFamily): RenderedMail {
  return composeForFamily(data.reader, data.letterhead, (say) => ({
    subject: say('familyVisitConfirm.subject'),
    heading: say('familyVisitConfirm.heading'),
    blocks: [
      { kind: 'paragraph', text: say('familyVisitConfirm.intro') },
      facts(data, say),
      { kind: 'button', label: say('familyVisitConfirm.button'), href: data.familyPage },
    ],
  }));
}
