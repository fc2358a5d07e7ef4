import * as z from 'zod';
import { FamilyLink } from '#shared/domain/family/link.ts';
import { Family, Guardian, Invitation, StudentYear } from '#shared/domain/family/model.ts';
import { FamilyId, GuardianId } from '#shared/domain/ids.ts';
import { Instant } from '#shared/domain/time/local-date.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** A family with its guardians, students, answers and the students' years lie in one partition: one Query. */
export const family = entity({
  type: 'family',
  version: 1,
  schema: Family,
  keys: (t, { familyId }) => ({ pk: keys.family(t, familyId), sk: keys.word.profile }),
});

export const guardian = entity({
  type: 'guardian',
  version: 2,
  upcast: (data) => ({ prefers: null, noContact: false, ...data }),
  schema: Guardian.extend({
    /** Values of the last roster (I42); absent for a guardian who was added by hand. */
    roster: z
      .object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
      .optional(),
    /** Taken out by hand: kept empty, so that the next roster does not bring them back (I42). */
    removed: z.literal(true).optional(),
  }),
  keys: (t, { familyId, guardianId }) => ({ pk: keys.family(t, familyId), sk: keys.guardian(guardianId) }),
});

export const invitation = entity({
  type: 'invitation',
  version: 2,
  upcast: (data) => ({
    answeredBy: data['answeredAt'] === null ? null : 'staff',
    askedByFamily: false,
    wishes: null,
    ...data,
  }),
  schema: Invitation,
  keys: (t, { familyId, year }) => ({ pk: keys.family(t, familyId), sk: keys.invitation(year) }),
});

/** Also listed per school and year: a class page reads the whole school's standing in one Query. */
export const studentYear = entity({
  type: 'studentYear',
  version: 2,
  upcast: (data) => ({ askedByFamily: false, doNotContact: false, ...data }),
  schema: StudentYear,
  keys: (t, { familyId, studentId, schoolId, year, givenName, familyName }) => ({
    pk: keys.family(t, familyId),
    sk: keys.studentYear(year, studentId),
    gsi2pk: keys.schoolYear(t, schoolId, year),
    gsi2sk: keys.byName(`${familyName}, ${givenName}`, studentId),
  }),
});

/** One click in an announcement stopped them for this guardian (RFC 8058); other mail about the own visit goes on. */
export const noAnnouncements = entity({
  type: 'noAnnouncements',
  version: 1,
  schema: z.object({ familyId: FamilyId, guardianId: GuardianId, since: Instant }),
  keys: (t, { familyId, guardianId }) => ({
    pk: keys.family(t, familyId),
    sk: keys.noAnnouncements(guardianId),
  }),
});

/**
 * Only the hash of the secret: the link itself stands in the mail or the letter and nowhere else. It is known a year
 * longer than it opens the page: whoever finds an old mail can still stop the next ones with it (I37).
 */
export const familyLink = entity({
  type: 'familyLink',
  version: 1,
  schema: FamilyLink,
  keys: (t, { familyId, hash }) => ({ pk: keys.family(t, familyId), sk: keys.familyLink(hash) }),
  ttl: ({ expiresAt }) => Math.floor(Date.parse(expiresAt) / 1000) + 365 * 86_400,
});
