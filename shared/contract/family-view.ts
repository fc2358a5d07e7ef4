import * as z from 'zod';
import { SchoolYearId } from '../domain/district/model.ts';
import { FamilyFeedback } from '../domain/family/feedback.ts';
import { Invitation, InvitationStatus } from '../domain/family/model.ts';
import { Hopes } from '../domain/hopes/model.ts';
import { PolicySettings } from '../domain/policy/model.ts';
import { Visit } from '../domain/visit/model.ts';

/** A visit as the family sees it. The home is never located. */
export const FamilyVisit = Visit.pick({
  visitId: true,
  status: true,
  startsAt: true,
  minutes: true,
  timeZone: true,
  localDate: true,
  type: true,
  place: true,
  sequence: true,
  confirmedAt: true,
  otherTimeAskedAt: true,
}).extend({
  /** Names of who comes. */
  team: z.array(z.string()),
  /** Given names of the children it is about. */
  children: z.array(z.string()),
  feedback: FamilyFeedback.pick({ how: true, words: true }).nullable(),
});
export type FamilyVisit = z.infer<typeof FamilyVisit>;

/** Everything that a family's own page shows; what belongs to another adult of the household is only counted. */
export const FamilyView = z.object({
  district: z.string(),
  schools: z.array(z.string()),
  year: SchoolYearId,
  /** Given names. */
  children: z.array(z.string()),
  /** The family's language as a tag; null when nobody knows it. */
  language: z.string().nullable(),
  doNotContact: z.boolean(),
  status: InvitationStatus,
  /** Name of the educator who invited. */
  invitedBy: z.string().nullable(),
  wishes: Invitation.shape.wishes,
  /** Where the district lets visits take place. */
  kinds: PolicySettings.shape.visitTypes,
  /** Visits that are still to come, soonest first: they can be moved and cancelled. */
  ahead: z.array(FamilyVisit),
  /** Visits whose time has come and that the school has not noted yet. */
  begun: z.array(FamilyVisit),
  /** Visits still to come that were cancelled: the family may have them in its calendar. Soonest first. */
  calledOff: z.array(FamilyVisit.pick({ visitId: true, localDate: true })),
  /** Visits that took place, newest first. */
  past: z.array(FamilyVisit),
  hopes: z.array(Hopes.pick({ studentId: true, words: true, status: true }).extend({ child: z.string() })),
  kept: z.object({
    /** The adult whom the link was sent to; null for a letter to the household. */
    adult: z
      .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
      .nullable(),
    /** The adult stopped announcements of the program (I37). */
    announcementsStopped: z.boolean(),
    otherAdults: z.int(),
    /** Of every year, also those that were cancelled. */
    visits: z.int(),
    /** Answers after visits. */
    feedback: z.int(),
    /** Notes of what the family would like a later visit to be about. */
    wants: z.int(),
    /** Hopes of every year that were not taken back. */
    hopes: z.int(),
    /** Notes of when staff and the family spoke. */
    contacts: z.int(),
    /** Letters and mails with a link to the page. */
    letters: z.int(),
  }),
});
export type FamilyView = z.infer<typeof FamilyView>;
