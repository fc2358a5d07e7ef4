import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import {
  AnnouncementId,
  DistrictId,
  FamilyId,
  GuardianId,
  MessageId,
  PersonId,
  SchoolId,
  StudentId,
  TrainingId,
  VisitId,
} from '../ids.ts';
import { EmailAddress, PersonName } from '../person/model.ts';
import { Instant } from '../time/local-date.ts';

/** What a mail says; the sender reads everything else again when it sends (I33). */
export const MailBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person_invited'), personId: PersonId }),
  /** A seat in a training: just taken, moved up to from the waiting list, or at another time or place. */
  z.object({
    kind: z.literal('training_seat'),
    personId: PersonId,
    trainingId: TrainingId,
    sequence: z.int(),
    changed: z.boolean(),
  }),
  /** The seat was given back: the calendar entry goes. */
  z.object({
    kind: z.literal('training_left'),
    personId: PersonId,
    trainingId: TrainingId,
    sequence: z.int(),
  }),
  /** The training will not be held. */
  z.object({
    kind: z.literal('training_cancelled'),
    personId: PersonId,
    trainingId: TrainingId,
    sequence: z.int(),
  }),
  /** Somebody is asked to come along; calendars hold the time as tentative. */
  z.object({
    kind: z.literal('visit_proposed'),
    personId: PersonId,
    visitId: VisitId,
    sequence: z.int(),
  }),
  /** The lead learns that somebody said no. */
  z.object({
    kind: z.literal('visit_declined'),
    personId: PersonId,
    visitId: VisitId,
    memberId: PersonId,
  }),
  /** Somebody is no longer in the team: the calendar entry goes. */
  z.object({
    kind: z.literal('visit_left'),
    personId: PersonId,
    visitId: VisitId,
    sequence: z.int(),
  }),
  z.object({
    kind: z.literal('visit_scheduled'),
    personId: PersonId,
    visitId: VisitId,
    sequence: z.int(),
  }),
  /** The family asked for another time; whoever leads the visit moves it. */
  z.object({ kind: z.literal('visit_other_time'), personId: PersonId, visitId: VisitId }),
  /** Somebody outside the team approved what the team wrote down late, or did not. */
  z.object({ kind: z.literal('visit_late_decided'), personId: PersonId, visitId: VisitId }),
  z.object({
    kind: z.literal('visit_cancelled'),
    personId: PersonId,
    visitId: VisitId,
    sequence: z.int(),
  }),
]);
export type MailBody = z.infer<typeof MailBody>;

const toGuardian = { familyId: FamilyId, guardianId: GuardianId };
const ofVisit = { visitId: VisitId, sequence: z.int() };
/** Which invitation of the year: it may be repeated. Messages of an earlier release do not say. */
const ofInvitation = { year: SchoolYearId, invitedAt: Instant.optional() };

/**
 * Mail to one guardian of a family. Whether the family may still be written to, the words and the link to its page
 * are found at the moment of sending.
 */
export const FamilyMailBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('family_announcement'),
    familyId: FamilyId,
    guardianId: GuardianId,
    schoolId: SchoolId,
    announcementId: AnnouncementId,
  }),
  z.object({ kind: z.literal('family_invited'), ...toGuardian, ...ofInvitation }),
  /** Everybody of the team has said yes: the visit stands, for the first time or as it is now. */
  z.object({ kind: z.literal('family_visit_scheduled'), ...toGuardian, ...ofVisit }),
  z.object({ kind: z.literal('family_visit_cancelled'), ...toGuardian, ...ofVisit }),
  /** The visit took place: would the family say so, and how it was. */
  z.object({ kind: z.literal('family_visit_confirm'), ...toGuardian, visitId: VisitId }),
]);
export type FamilyMailBody = z.infer<typeof FamilyMailBody>;

/** What happened: the same as the mails above, before anybody has looked who the guardians are. */
const FamilyNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('family_invited'), ...ofInvitation }),
  z.object({ kind: z.literal('family_visit_scheduled'), ...ofVisit }),
  z.object({ kind: z.literal('family_visit_cancelled'), ...ofVisit }),
  z.object({ kind: z.literal('family_visit_confirm'), visitId: VisitId }),
]);

/** Work that crosses a fence and is therefore done by a worker with a role of its own. */
export const TaskBody = z.discriminatedUnion('kind', [
  /** The next families of an announcement, beginning with number `from`: the one before has done the others. */
  z.object({
    kind: z.literal('send_announcement'),
    schoolId: SchoolId,
    announcementId: AnnouncementId,
    from: z.int().min(0),
  }),
  /** Something happened that the guardians of a family are told by mail, each who may be reached. */
  z.object({ kind: z.literal('tell_family'), familyId: FamilyId, news: FamilyNews }),
  /** Give a person an account and keep the identity's membership in step with roles and schools. */
  z.object({ kind: z.literal('sync_account'), personId: PersonId }),
  /** Somebody lost the roles in which one visits: the visits to come go on without them. */
  z.object({ kind: z.literal('leave_visits'), personId: PersonId }),
  /** Two records of one student became one: bring over the visits that did not fit the transaction. */
  z.object({ kind: z.literal('finish_merge'), studentId: StudentId }),
  /** The national office opened a district: prepare its own partition. */
  z.object({ kind: z.literal('prepare_district'), districtId: DistrictId }),
  z.object({
    kind: z.literal('invite_district_admin'),
    districtId: DistrictId,
    name: PersonName,
    email: EmailAddress,
  }),
]);
export type TaskBody = z.infer<typeof TaskBody>;

/** Written in the transaction of the change it follows from, so that nothing is promised that did not happen. */
export const OutboxMessage = z.object({
  messageId: MessageId,
  body: z.union([MailBody, FamilyMailBody, TaskBody]),
  status: z.enum(['queued', 'sending', 'done', 'dropped']),
  leaseUntil: Instant.nullable(),
  /** The mail service's own id once it accepted the message. */
  mailServiceId: z.string().nullable(),
  /** Why nothing was sent. */
  dropped: z.enum(['settled', 'no_address', 'suppressed']).nullable(),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;
