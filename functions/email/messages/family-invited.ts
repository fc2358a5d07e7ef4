import type { RenderedMail } from '../blocks.ts';
import { composeForFamily, type Letterhead, type Reader } from '../letter.ts';
import { namesInWords } from '../local-words.ts';

/** Would the family like a visit: an offer to everybody, with the way to say yes or no. */
export function familyInvited(data: {
  reader: Reader;
  letterhead: Letterhead;
  /** Names of the schools, and given names of the children. */
  schools: readonly string[];
  children: readonly string[];
  familyPage: string;
}): RenderedMail {
  const { reader, letterhead, familyPage } = data;
  const school = namesInWords(data.schools, reader.language);
  const names = namesInWords(data.children, reader.language);
  return composeForFamily(reader, letterhead, (say) => ({
    subject: say('familyInvited.subject', { school }),
    heading: say('familyInvited.heading'),
    blocks: [
      { kind: 'paragraph', text: say('familyInvited.intro', { school, names }) },
      { kind: 'paragraph', text: say('familyInvited.free') },
      { kind: 'paragraph', text: say('familyInvited.everyone') },
      { kind: 'button', label: say('familyInvited.button'), href: familyPage },
    ],
  }));
}
