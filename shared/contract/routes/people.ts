import * as z from 'zod';
import { DistrictRole } from '../../domain/access/roles.ts';
import { PersonId, SchoolId } from '../../domain/ids.ts';
import { EmailAddress, Person, PersonName } from '../../domain/person/model.ts';
import { Colleague } from '../colleague.ts';
import { route } from '../route.ts';
import { Page, pageOf, Rev } from '../views.ts';

const params = z.object({ personId: PersonId });
/**
 * A person as the offices see them. Whether somebody takes part is theirs to say, and a no is nobody else's to read
 * (CP1): lists of colleagues and a school's board name those who said yes, and tell no more.
 */
export const PersonView = Person.omit({ participation: true }).extend({ rev: Rev });

export const peopleRoutes = {
  listPeople: route({
    method: 'GET',
    path: '/people',
    group: 'people',
    summary: 'Staff of the district, or of one school, by name',
    scope: 'tenant',
    can: ['person:read'],
    query: z.object({ ...Page, schoolId: SchoolId.optional() }),
    response: pageOf(PersonView),
    errors: [],
    data: 'read',
  }),
  listColleagues: route({
    method: 'GET',
    path: '/schools/{schoolId}/colleagues',
    group: 'people',
    summary: 'Whom an educator can ask to come along',
    scope: 'tenant',
    can: ['colleague:read'],
    params: z.object({ schoolId: SchoolId }),
    query: z.object(Page),
    response: pageOf(Colleague),
    errors: [],
    data: 'read',
  }),
  addPerson: route({
    method: 'POST',
    path: '/people',
    group: 'people',
    summary: 'Add a person who is not in the roster',
    scope: 'tenant',
    can: ['person:manage'],
    body: z.strictObject({
      name: PersonName,
      email: EmailAddress.nullable(),
      roles: z.array(DistrictRole).max(6),
      schoolIds: z.array(SchoolId).max(20),
    }),
    response: PersonView,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  changePerson: route({
    method: 'PATCH',
    path: '/people/{personId}',
    group: 'people',
    summary: 'Change what is kept of a person; a value set here survives the next roster (I42)',
    scope: 'tenant',
    can: ['person:manage'],
    params,
    body: z.strictObject({
      rev: Rev,
      name: PersonName.optional(),
      email: EmailAddress.nullable().optional(),
      roles: z.array(DistrictRole).max(6).optional(),
      schoolIds: z.array(SchoolId).max(20).optional(),
      employeeId: z.string().trim().max(40).nullable().optional(),
    }),
    response: PersonView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  invitePerson: route({
    method: 'POST',
    path: '/people/{personId}/invitation',
    group: 'people',
    summary: 'Open an account for a person and mail the link that leads in',
    scope: 'tenant',
    can: ['person:invite'],
    params,
    body: z.strictObject({ rev: Rev }),
    response: PersonView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
