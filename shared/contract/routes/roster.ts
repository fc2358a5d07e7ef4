import * as z from 'zod';
import { Invitation, InvitationStatus, StudentYear } from '../../domain/family/model.ts';
import { ClassId, FamilyId, RosterImportId, SchoolId, StudentId, VisitId } from '../../domain/ids.ts';
import { MailProblem } from '../../domain/person/model.ts';
import { RosterImport, School, SchoolClass, Student } from '../../domain/roster/model.ts';
import { Instant, LocalDate } from '../../domain/time/local-date.ts';
import { TeamMember, VisitStatus, VisitStudent } from '../../domain/visit/model.ts';
import { route } from '../route.ts';
import { Page, pageOf } from '../views.ts';
import { FamilyFacts, GuardianView } from './households.ts';

const importParams = z.object({ importId: RosterImportId });

/** A student as the class page shows it. Nothing here could be used to choose by (I13). */
export const ClassRow = z.object({
  studentId: StudentId,
  familyId: FamilyId,
  givenName: z.string(),
  familyName: z.string(),
  invitation: InvitationStatus,
  visits: StudentYear.shape.visits,
});

export const FamilyVisit = z.object({
  visitId: VisitId,
  status: VisitStatus,
  startsAt: Instant,
  timeZone: z.string(),
  students: z.array(VisitStudent),
  team: z.array(TeamMember),
});

export const rosterRoutes = {
  startRosterImport: route({
    method: 'POST',
    path: '/roster-imports',
    group: 'roster',
    summary: 'Ask for a place to upload a roster zip to; reading starts when the file is there',
    scope: 'tenant',
    can: ['roster:import'],
    body: z.strictObject({
      fileName: z.string().trim().min(1).max(200),
      bytes: z.int().min(1).max(100_000_000),
    }),
    response: z.object({
      importId: RosterImportId,
      /** An S3 POST form: every field, then the file under the name `file`. */
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    }),
    errors: [],
    data: 'write',
  }),
  getRosterImport: route({
    method: 'GET',
    path: '/roster-imports/{importId}',
    group: 'roster',
    summary: 'How a roster import went: counts, and what was not taken and why',
    scope: 'tenant',
    can: ['roster:import'],
    params: importParams,
    response: RosterImport,
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  listRosterImports: route({
    method: 'GET',
    path: '/roster-imports',
    group: 'roster',
    summary: 'Roster imports, newest first',
    scope: 'tenant',
    can: ['roster:import'],
    query: z.object(Page),
    response: pageOf(RosterImport.omit({ issues: true })),
    errors: [],
    data: 'read',
  }),
  listSchools: route({
    method: 'GET',
    path: '/schools',
    group: 'roster',
    summary: 'Schools of the district',
    scope: 'tenant',
    can: ['school:read'],
    query: z.object(Page),
    response: pageOf(School),
    errors: [],
    data: 'read',
  }),
  listStudents: route({
    method: 'GET',
    path: '/schools/{schoolId}/students',
    group: 'roster',
    summary: 'Students of a school by name; no other order and no filter exists (I13)',
    scope: 'tenant',
    can: ['school:read'],
    params: z.object({ schoolId: SchoolId }),
    query: z.object(Page),
    response: pageOf(Student),
    errors: [],
    data: 'read',
  }),
  getClass: route({
    method: 'GET',
    path: '/classes/{classId}',
    group: 'roster',
    summary: 'A class and where each family stands this year',
    scope: 'tenant',
    can: ['class:read'],
    params: z.object({ classId: ClassId }),
    response: SchoolClass.extend({ students: z.array(ClassRow) }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  getFamily: route({
    method: 'GET',
    path: '/families/{familyId}',
    group: 'roster',
    summary: 'A family, its guardians and students, this year’s invitation and visits',
    scope: 'tenant',
    can: ['family:read'],
    params: z.object({ familyId: FamilyId }),
    response: z.object({
      family: FamilyFacts,
      /**
       * With why mail to the address of each comes to nothing (I38), and whether they stopped announcements (I37); no
       * list shows it.
       */
      guardians: z.array(
        GuardianView.extend({ mailProblem: MailProblem.nullable(), announcementsStopped: z.boolean() }),
      ),
      students: z.array(
        z.object({
          studentId: StudentId,
          givenName: z.string(),
          familyName: z.string(),
          schoolId: SchoolId,
          /** The number the next visit would have, or null when one is already scheduled. */
          nextVisit: z.int().nullable(),
        }),
      ),
      /** `rev` 0 when the family was not asked this year. */
      invitation: Invitation.extend({ rev: z.int() }),
      visits: z.array(FamilyVisit),
      /** Second visits may be scheduled from this day. */
      secondVisitFrom: LocalDate.nullable(),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
};
