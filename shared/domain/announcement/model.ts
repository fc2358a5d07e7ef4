import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { AnnouncementId, ClassId, FamilyId, PersonId, SchoolId } from '../ids.ts';
import { Instant } from '../time/local-date.ts';

/** What one language version says. Paragraphs are parted by empty lines. */
export const AnnouncementWords = z.strictObject({
  subject: z.string().trim().min(3).max(120),
  body: z.string().trim().min(10).max(3_000),
});
export type AnnouncementWords = z.infer<typeof AnnouncementWords>;

/** The languages a coordinator writes in; a family gets its own, or the one there is. */
export const Versions = z
  .strictObject({ en: AnnouncementWords.nullable(), es: AnnouncementWords.nullable() })
  .refine(({ en, es }) => en !== null || es !== null, { error: 'Write it in at least one language' });
export type Versions = z.infer<typeof Versions>;

/** To every family of the school, or of one class: nobody is picked out (CP4, I13). */
export const Audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('school') }),
  z.object({ kind: z.literal('class'), classId: ClassId, className: z.string() }),
]);
export type Audience = z.infer<typeof Audience>;

/** News of the program to the families of a school, and how far its sending has come. */
export const Announcement = z.object({
  announcementId: AnnouncementId,
  schoolId: SchoolId,
  year: SchoolYearId,
  audience: Audience,
  versions: Versions,
  sentBy: PersonId,
  sentByName: z.string(),
  sentAt: Instant,
  /** Families it is for. */
  families: z.int().min(0),
  /** Of those, so many have been taken care of, in order. */
  done: z.int().min(0),
  /** Mails asked for: one for each guardian who may be written to. */
  mails: z.int().min(0),
  /** Families of which nobody can or may be written to. */
  withoutMail: z.int().min(0),
});
export type Announcement = z.infer<typeof Announcement>;

/** Whom an announcement is for, in the order of sending: fixed when it is sent, so that nobody gets it twice. */
export const AnnouncementFamilies = z.object({
  announcementId: AnnouncementId,
  schoolId: SchoolId,
  familyIds: z.array(FamilyId),
  sentAt: Instant,
});
