import * as z from 'zod';
import { Claim } from '../../domain/claim/model.ts';
import { Invitation, InvitedHow } from '../../domain/family/model.ts';
import { ClassId, FamilyId, PersonId, SchoolId, StudentId, VisitId } from '../../domain/ids.ts';
import { VisitType } from '../../domain/policy/model.ts';
import { Reflection, ReflectionWords } from '../../domain/reflection/model.ts';
import { LocalDate, LocalTime } from '../../domain/time/local-date.ts';
import { Visit, VisitMember } from '../../domain/visit/model.ts';
import { route } from '../route.ts';
import { Rev } from '../views.ts';

const familyParams = z.object({ familyId: FamilyId });
const visitParams = z.object({ visitId: VisitId });
export const InvitationView = Invitation.extend({ rev: z.int() });
const ReflectionView = Reflection.extend({ rev: Rev });
export const ClaimView = Claim.extend({ rev: Rev });

export const VisitView = Visit.extend({
  rev: Rev,
  reflections: z.array(ReflectionView),
  /** Claims the reader may see: one's own, or all for those who approve. */
  claims: z.array(ClaimView),
});

/** One thing to do, with where it leads. */
export const Today = z.object({
  today: LocalDate,
  classes: z.array(z.object({ classId: ClassId, name: z.string(), schoolId: SchoolId })),
  upcoming: z.array(VisitMember),
  /** Scheduled visits whose time has passed and that nobody logged yet. */
  toLog: z.array(VisitMember),
  reflectionsOwed: z.array(Reflection),
  claimsOpen: z.array(Claim),
  /** First visits whose second is in season and not yet scheduled, done or declined (I35). */
  secondVisits: z.array(
    z.object({ familyId: FamilyId, studentId: StudentId, givenName: z.string(), firstOn: LocalDate }),
  ),
});

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
  inviteFamily: route({
    method: 'POST',
    path: '/families/{familyId}/invitation',
    group: 'visits',
    summary: 'Record that a family was invited',
    scope: 'tenant',
    can: ['family:invite'],
    params: familyParams,
    body: z.strictObject({ how: InvitedHow, rev: z.int().min(0) }),
    response: InvitationView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  recordAnswer: route({
    method: 'POST',
    path: '/families/{familyId}/answer',
    group: 'visits',
    summary: 'Record what the family answered; a decline stops every reminder for the year (I12)',
    scope: 'tenant',
    can: ['family:invite'],
    params: familyParams,
    body: z.strictObject({ answer: z.enum(['accepted', 'declined']), rev: Rev }),
    response: InvitationView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  scheduleVisit: route({
    method: 'POST',
    path: '/visits',
    group: 'visits',
    summary: 'Schedule a visit with a family that accepted; everyone in the team gets a calendar invitation',
    scope: 'tenant',
    can: ['visit:schedule'],
    body: z.strictObject({
      familyId: FamilyId,
      studentIds: z.array(StudentId).min(1).max(6),
      /** Wall-clock day and time in the district’s zone. */
      date: LocalDate,
      time: LocalTime,
      minutes: z.int().min(15).max(240),
      type: VisitType,
      place: z.string().trim().max(120).nullable(),
      partnerIds: z.array(PersonId).min(1).max(2),
    }),
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
      present: z.array(PersonId).min(1).max(3),
      actualMinutes: z.int().min(5).max(480),
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
    body: z.strictObject({ outcome: z.enum(['cancelled', 'no_show']), rev: Rev }),
    response: VisitView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  getMyReflection: route({
    method: 'GET',
    path: '/visits/{visitId}/students/{studentId}/reflection',
    group: 'visits',
    summary: 'The reader’s own reflection; nobody else’s can be asked for',
    scope: 'tenant',
    can: ['reflection:write'],
    params: z.object({ visitId: VisitId, studentId: StudentId }),
    response: z.object({ reflection: ReflectionView, words: ReflectionWords.nullable() }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  writeReflection: route({
    method: 'PUT',
    path: '/visits/{visitId}/students/{studentId}/reflection',
    group: 'visits',
    summary: 'Write or edit one’s own reflection; earlier versions are kept (I19)',
    scope: 'tenant',
    can: ['reflection:write'],
    params: z.object({ visitId: VisitId, studentId: StudentId }),
    body: z.strictObject({ words: ReflectionWords, rev: Rev }),
    response: z.object({ reflection: ReflectionView, words: ReflectionWords.nullable() }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
};
