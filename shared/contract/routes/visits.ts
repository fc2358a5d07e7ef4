import * as z from 'zod';
import { Claim } from '../../domain/claim/model.ts';
import { FamilyFeedback } from '../../domain/family/feedback.ts';
import { ClassId, FamilyId, PersonId, SchoolId, StudentId, VisitId } from '../../domain/ids.ts';
import { VisitType } from '../../domain/policy/model.ts';
import { Reflection } from '../../domain/reflection/model.ts';
import { LocalDate, LocalTime } from '../../domain/time/local-date.ts';
import { EndedBecause, LateEntry, Visit, VisitMember } from '../../domain/visit/model.ts';
import { route } from '../route.ts';
import { Rev } from '../views.ts';

const visitParams = z.object({ visitId: VisitId });
/** That somebody reflected, and together with whom; when they look back is their own affair. */
const ReflectionView = Reflection.omit({ lookBackOn: true, lookedBackAt: true }).extend({ rev: Rev });
export const ClaimView = Claim.extend({ rev: Rev });

export const VisitView = Visit.omit({ lastSequence: true, stoodSince: true }).extend({
  rev: Rev,
  reflections: z.array(ReflectionView),
  /** Claims the reader may see: one's own, or all for those who approve. */
  claims: z.array(ClaimView),
  /** What the family said afterwards; absent while it has said nothing. */
  feedback: FamilyFeedback.pick({ how: true, words: true }).optional(),
});

/** One thing to do, with where it leads. */
export const Today = z.object({
  today: LocalDate,
  classes: z.array(z.object({ classId: ClassId, name: z.string(), schoolId: SchoolId })),
  /** Visits to which the reader is asked to come along, still to be answered. */
  requests: z.array(VisitMember),
  /** The reader’s own proposals that wait for somebody’s yes, or for another partner after a no. */
  waiting: z.array(VisitMember),
  /** Proposals whose time has passed before everybody had said yes: write them down late, or cancel. */
  passed: z.array(VisitMember),
  upcoming: z.array(VisitMember),
  /** Scheduled visits whose time has passed and that nobody logged yet. */
  toLog: z.array(VisitMember),
  /** Written down late, and not approved yet by somebody outside the team (I8). */
  lateEntries: z.array(VisitMember),
  reflectionsOwed: z.array(Reflection),
  /** What the reader wanted to try some weeks ago, without the words: how did it go? */
  lookBacks: z.array(Reflection.pick({ visitId: true, studentId: true, givenName: true })),
  claimsOpen: z.array(Claim),
  /** First visits whose second is in season and not yet scheduled, done or declined (I35). */
  secondVisits: z.array(
    z.object({ familyId: FamilyId, studentId: StudentId, givenName: z.string(), firstOn: LocalDate }),
  ),
});

const Plan = {
  /** Wall-clock day and time in the district’s zone. */
  date: LocalDate,
  time: LocalTime,
  minutes: z.int().min(15).max(240),
  type: VisitType,
  place: z.string().trim().max(120).nullable(),
  /** Nobody beside the lead when an interpreter is the second person and the district counts them (I6). */
  partnerIds: z.array(PersonId).max(2),
  interpreterId: PersonId.nullable(),
};
const Present = z.array(PersonId).min(1).max(4);
const ActualMinutes = z.int().min(5).max(480);
const NewVisit = { familyId: FamilyId, studentIds: z.array(StudentId).min(1).max(6), ...Plan };

export const visitRoutes = {
  getToday: route({
    method: 'GET',
    path: '/today',
    group: 'visits',
    summary: 'The signed-in educator’s classes, visits and open tasks',
    scope: 'tenant',
    can: ['visit:read'],
    response: Today,
    errors: [],
    data: 'read',
  }),
  proposeVisit: route({
    method: 'POST',
    path: '/visits',
    group: 'visits',
    summary: 'Arrange a visit with a family that accepted: everybody else of the team is asked (CP1)',
    scope: 'tenant',
    can: ['visit:schedule'],
    body: z.strictObject(NewVisit),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  answerVisit: route({
    method: 'POST',
    path: '/visits/{visitId}/answer',
    group: 'visits',
    summary: 'A partner or an interpreter says yes or no; the last yes makes the visit a scheduled one (I8)',
    scope: 'tenant',
    can: ['visit:answer'],
    params: visitParams,
    body: z.strictObject({ answer: z.enum(['yes', 'no']), rev: Rev }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  changeVisit: route({
    method: 'PUT',
    path: '/visits/{visitId}/plan',
    group: 'visits',
    summary: 'Another time, place or team; whoever it concerns is asked again and calendars follow',
    scope: 'tenant',
    can: ['visit:schedule'],
    params: visitParams,
    body: z.strictObject({ ...Plan, rev: Rev }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  getVisit: route({
    method: 'GET',
    path: '/visits/{visitId}',
    group: 'visits',
    summary: 'A visit with its team, who has reflected, and the reader’s claim',
    scope: 'tenant',
    can: ['visit:read'],
    params: visitParams,
    response: VisitView,
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  completeVisit: route({
    method: 'POST',
    path: '/visits/{visitId}/completion',
    group: 'visits',
    summary: 'Log that the visit took place: who was there and how long',
    scope: 'tenant',
    can: ['visit:complete'],
    params: visitParams,
    body: z.strictObject({
      present: Present,
      actualMinutes: ActualMinutes,
      rev: Rev,
    }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  cancelVisit: route({
    method: 'POST',
    path: '/visits/{visitId}/cancellation',
    group: 'visits',
    summary: 'Cancel a visit, or record that it did not happen; it is not paid (I16)',
    scope: 'tenant',
    can: ['visit:schedule'],
    params: visitParams,
    body: z.strictObject({
      outcome: z.enum(['cancelled', 'no_show']),
      side: EndedBecause.shape.side,
      reason: EndedBecause.shape.reason.exclude(['not_asked']),
      rev: Rev,
    }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  recordLateVisit: route({
    method: 'POST',
    path: '/late-visits',
    group: 'visits',
    summary:
      'Write down a visit that took place without having been arranged here; somebody else approves it (I8)',
    scope: 'tenant',
    can: ['visit:complete'],
    body: z.strictObject({ ...NewVisit, reason: LateEntry.shape.reason }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  logLate: route({
    method: 'POST',
    path: '/visits/{visitId}/late-entry',
    group: 'visits',
    summary: 'Log a visit to which not everybody had said yes in time; somebody else approves it (I8)',
    scope: 'tenant',
    can: ['visit:complete'],
    params: visitParams,
    body: z.strictObject({
      present: Present,
      actualMinutes: ActualMinutes,
      reason: LateEntry.shape.reason,
      rev: Rev,
    }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  decideLateVisit: route({
    method: 'POST',
    path: '/visits/{visitId}/late-decision',
    group: 'visits',
    summary: 'Approve a late entry, or say that it was no visit; never by somebody of its team (I8)',
    scope: 'tenant',
    can: ['visit:approve_late'],
    params: visitParams,
    body: z.strictObject({ decision: z.enum(['approved', 'refused']), rev: Rev }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
