import * as z from 'zod';
import { ContactId, FamilyId, PersonId } from '../ids.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

/** What may be said again when an entry is corrected; the day and who wrote it stay. */
export const ContactWords = z.object({
  /** With whom, in words: a parent, a grandmother. */
  with: z.string().trim().min(1, 'Say with whom').max(160),
  how: z.enum(['in_person', 'phone', 'text', 'email']),
  direction: z.enum(['to_family', 'from_family']),
  /** One line. Nothing here asks for grades, attendance or behaviour. */
  line: z.string().trim().min(1, 'Write one line').max(300),
});

/** One time that staff and a family spoke between the visits, in either direction. */
export const Contact = ContactWords.extend({
  contactId: ContactId,
  familyId: FamilyId,
  /** Local day on which they spoke. */
  on: LocalDate,
  /** The family asked for a visit: from then on it is among the first to be invited. */
  askedForVisit: z.boolean(),
  by: PersonId,
  byName: z.string(),
  addedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;
