import type { RenderedMail } from '../blocks.ts';
import { compose, type Letterhead, type Reader } from '../letter.ts';
import { links } from '../links.ts';

/** The link that leads a new person in. It holds no secret: signing in does the rest. */
export function personInvited(data: { reader: Reader; letterhead: Letterhead }): RenderedMail {
  const { districtName: district, webOrigin } = data.letterhead;
  return compose(data.reader, data.letterhead, (say) => ({
    subject: say('personInvited.subject', { district }),
    heading: say('personInvited.heading'),
    blocks: [
      { kind: 'paragraph', text: say('personInvited.intro', { district }) },
      { kind: 'paragraph', text: say('personInvited.how') },
      { kind: 'button', label: say('personInvited.button'), href: links.home(webOrigin) },
      { kind: 'paragraph', text: say('personInvited.notYou') },
    ],
  }));
}
