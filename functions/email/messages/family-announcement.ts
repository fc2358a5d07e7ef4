import type { AnnouncementWords } from '#shared/domain/announcement/model.ts';
import type { RenderedMail } from '../blocks.ts';
import { composeForFamily, type Letterhead, type Reader } from '../letter.ts';

/** What a school writes to its families, in its own words, with the way to the family’s page. */
export function familyAnnouncement(data: {
  reader: Reader;
  letterhead: Letterhead;
  words: AnnouncementWords;
  familyPage: string;
}): RenderedMail {
  const { reader, letterhead, words, familyPage } = data;
  return composeForFamily(reader, letterhead, (say) => ({
    subject: words.subject,
    heading: words.subject,
    blocks: [
      ...paragraphsOf(words.body).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'paragraph', text: say('familyAnnouncement.page') },
      { kind: 'button', label: say('familyAnnouncement.button'), href: familyPage },
    ],
  }));
}

/** Empty lines part paragraphs; a single line break reads as a space. */
const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
