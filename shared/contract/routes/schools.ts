import * as z from 'zod';
import { Announcement, Audience, Versions } from '../../domain/announcement/model.ts';
import { GoalPercent, SchoolGoal } from '../../domain/coverage/model.ts';
import { SchoolYearId } from '../../domain/district/model.ts';
import { LanguageTag } from '../../domain/family/model.ts';
import { ClassId, PersonId, SchoolId, VisitId } from '../../domain/ids.ts';
import { Certificate } from '../../domain/person/model.ts';
import { VisitType } from '../../domain/policy/model.ts';
import { FreeTime } from '../../domain/time/free-times.ts';
import { Instant, LocalDate, TimeZone } from '../../domain/time/local-date.ts';
import { route } from '../route.ts';
import { Page, pageOf, Rev } from '../views.ts';

const schoolParams = z.object({ schoolId: SchoolId });
const Named = z.object({ personId: PersonId, name: z.string() });
const Count = z.int().min(0);

const CoverageLine = z.object({
  percent: GoalPercent,
  needed: Count,
  missing: Count,
  outlook: z.enum(['reached', 'within', 'beyond', 'unknown']),
  expectedOn: LocalDate.nullable(),
});

/** A visit of the school as a coordinator's list shows it: never where a family lives. */
const VisitLine = z.object({
  visitId: VisitId,
  startsAt: Instant,
  timeZone: TimeZone,
  type: VisitType,
  givenNames: z.array(z.string()),
});

const SchoolBoard = z.object({
  school: z.object({ schoolId: SchoolId, name: z.string() }),
  year: SchoolYearId,
  today: LocalDate,
  coverage: z.object({
    enrolled: Count,
    visited: Count,
    /** Students not yet visited whose visit is arranged. */
    planned: Count,
    /** The last day of school: until then the forecast looks. */
    until: LocalDate,
    pace: z.object({ weeks: Count, students: Count }).nullable(),
    expected: Count.nullable(),
    tenPercent: CoverageLine,
    /** Null while the school has set itself none. */
    goal: CoverageLine.nullable(),
  }),
  /** 0 while no goal was ever set. */
  goalRev: z.int().min(0),
  /** By local month, such as `2026-11`: visits that took place, and those arranged. */
  months: z.array(z.object({ month: z.string(), tookPlace: Count, planned: Count })),
  /** Who said yes to taking part (CP1). */
  willing: z.array(Named.extend({ certificate: Certificate.nullable() })),
  /** Everybody else: who has not answered and who said no are not told apart, for a no is private. */
  others: z.array(Named),
  /** Of the willing, whose certificate ends within sixty days or has ended, the first to end first. */
  expiring: z.array(Named.extend({ expiresOn: LocalDate })),
  /** Proposals that wait for a yes, the soonest first. */
  requests: z.array(
    VisitLine.extend({
      lead: z.string(),
      waitingFor: z.array(z.string()),
      saidNo: z.array(z.string()),
      /** Its time has passed: it can be written down late or cancelled. */
      passed: z.boolean(),
    }),
  ),
  /** Visits written down late that wait for somebody else's approval (I8). */
  lateEntries: z.array(
    VisitLine.extend({
      rev: Rev,
      team: z.array(z.string()),
      minutes: z.int(),
      reason: z.string(),
      writtenBy: z.string(),
      writtenAt: Instant,
      /** The reader belongs to it, so somebody else decides. */
      own: z.boolean(),
    }),
  ),
  /** Who still has reflections to write whose day has passed: how many and since when, never what they say. */
  lateReflections: z.array(Named.extend({ count: Count, since: LocalDate })),
});

/** To all families of the school, or of one of its classes: there is no other choice (CP4, I13). */
const NewAnnouncement = z.strictObject({
  audience: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('school') }),
    z.strictObject({ kind: z.literal('class'), classId: ClassId }),
  ]),
  versions: Versions,
});

const PairPerson = Named.extend({ languages: z.array(LanguageTag) });

export const schoolRoutes = {
  getSchoolBoard: route({
    method: 'GET',
    path: '/schools/{schoolId}/board',
    group: 'schools',
    summary:
      'How a school’s visits stand: the willing, what waits, coverage against the goal with a forecast',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    response: SchoolBoard,
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'read',
  }),
  setSchoolGoal: route({
    method: 'PUT',
    path: '/schools/{schoolId}/goal',
    group: 'schools',
    summary:
      'The share of its students a school hopes to visit this year; a goal of the school, never of a person',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    body: z.strictObject({ percent: GoalPercent.nullable(), rev: z.int().min(0) }),
    response: SchoolGoal.extend({ rev: Rev }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  findPairs: route({
    method: 'GET',
    path: '/schools/{schoolId}/pairs',
    group: 'schools',
    summary: 'Certified colleagues who said yes and are free at the same times of the week, best first',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    query: z.strictObject({
      weekday: z.coerce.number().int().min(1).max(7).optional(),
      /** A language one of the two speaks: of staff, never of families (I13). */
      language: LanguageTag.optional(),
      personId: PersonId.optional(),
    }),
    response: z.object({
      /** The best of them, at most thirty. */
      pairs: z.array(
        z.object({
          people: z.tuple([PairPerson, PairPerson]),
          shared: z.array(FreeTime),
          languages: z.array(LanguageTag),
        }),
      ),
      total: Count,
      /** Everybody who could be in a pair, by name. */
      people: z.array(PairPerson),
      /** Of those, who has not said when they are usually free. */
      timesUnknown: z.array(Named),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  previewAnnouncement: route({
    method: 'POST',
    path: '/schools/{schoolId}/announcement-preview',
    group: 'schools',
    summary: 'The mail as families would read it, and how many families it is for; nothing is sent or kept',
    scope: 'tenant',
    can: ['announcement:send'],
    params: schoolParams,
    body: NewAnnouncement,
    response: z.object({
      audience: Audience,
      families: Count,
      mails: z.array(z.object({ language: z.enum(['en', 'es']), subject: z.string(), text: z.string() })),
    }),
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'read',
  }),
  sendAnnouncement: route({
    method: 'POST',
    path: '/schools/{schoolId}/announcements',
    group: 'schools',
    summary: 'Write to the families of a school or class; refused while a word implies a duty (CP1, I15)',
    scope: 'tenant',
    can: ['announcement:send'],
    params: schoolParams,
    body: NewAnnouncement,
    response: Announcement,
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  listAnnouncements: route({
    method: 'GET',
    path: '/schools/{schoolId}/announcements',
    group: 'schools',
    summary:
      'What was written to the families of a school, the newest first, and how far its sending has come',
    scope: 'tenant',
    can: ['announcement:send'],
    params: schoolParams,
    query: z.object(Page),
    response: pageOf(Announcement),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
};
