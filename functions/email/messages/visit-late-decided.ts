import { tookPlace } from '#shared/domain/visit/states.ts';
import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** Somebody outside the team approved a late entry, or did not (I8). Why it was late is never part of a mail. */
export function visitLateDecided(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
}): RenderedMail {
  const { reader, letterhead, visit } = data;
  const approved = tookPlace(visit.status);
  const about = {
    day: dayInWords(visit.localDate, reader.language),
    names: studentNames(visit, reader.language),
  };
  return compose(reader, letterhead, (say) => ({
    subject: say(approved ? 'visitLateDecided.subjectApproved' : 'visitLateDecided.subjectRefused', about),
    heading: say(approved ? 'visitLateDecided.headingApproved' : 'visitLateDecided.headingRefused'),
    blocks: [
      {
        kind: 'paragraph',
        text: say(approved ? 'visitLateDecided.approved' : 'visitLateDecided.refused'),
      },
      visitFacts(visit, reader.language, say),
      {
        kind: 'button',
        label: say('visitLateDecided.button'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
