import type { MemberAnswer } from '#shared/domain/visit/model.ts';
import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';
import { dayInWords } from '../local-words.ts';
import { type MailedVisit, studentNames, visitFacts } from '../visit-words.ts';

/** Asks somebody to come along. To whoever has said yes already it says that the visit waits for the others. */
export function visitProposed(data: {
  reader: Reader;
  letterhead: Letterhead;
  visit: MailedVisit;
  answer: MemberAnswer;
}): RenderedMail {
  const { reader, letterhead, visit, answer } = data;
  const about = {
    day: dayInWords(visit.localDate, reader.language),
    names: studentNames(visit, reader.language),
  };
  const asked = answer === 'asked';
  return compose(reader, letterhead, (say) => ({
    subject: asked ? say('visitProposed.subject', about) : say('visitProposed.subjectWaiting', about),
    heading: asked ? say('visitProposed.heading') : say('visitProposed.headingWaiting'),
    blocks: [
      {
        kind: 'paragraph',
        text: asked ? say('visitProposed.intro') : say('visitProposed.introWaiting'),
      },
      visitFacts(visit, reader.language, say),
      { kind: 'paragraph', text: say('visitProposed.free') },
      {
        kind: 'button',
        label: asked ? say('visitProposed.button') : say('visitProposed.buttonWaiting'),
        href: links.visit(letterhead.webOrigin, visit.visitId),
      },
    ],
  }));
}
