import * as z from 'zod';
import { FamilyId, PersonId, VisitId } from '../../domain/ids.ts';
import { Person } from '../../domain/person/model.ts';
import { Instant, LocalDate, LocalTime } from '../../domain/time/local-date.ts';
import { Colleague } from '../colleague.ts';
import { route } from '../route.ts';
import { Page, pageOf } from '../views.ts';

/** What an educator needs to ask somebody to interpret, and no more. */
const Interpreter = Colleague.extend({ languages: Person.shape.languages });

/** Ids beside each other, `per_…,per_…`: a query knows no lists. */
const TeamIds = z
  .string()
  .max(4 * 31)
  .transform((text) => text.split(','))
  .pipe(z.array(PersonId).max(4));

export const schedulingRoutes = {
  getCommonTimes: route({
    method: 'GET',
    path: '/families/{familyId}/times',
    group: 'visits',
    summary: 'Times within three weeks at which the family, the reader and those named are free',
    scope: 'tenant',
    can: ['visit:schedule'],
    params: z.object({ familyId: FamilyId }),
    query: z.object({
      /** Everybody of the team but the reader. */
      with: TeamIds.optional(),
      minutes: z.coerce.number().int().min(15).max(240).default(40),
      /** A visit that is to be moved: its own hour is not taken. */
      moving: VisitId.optional(),
    }),
    response: z.object({
      times: z.array(z.object({ date: LocalDate, time: LocalTime, startsAt: Instant })),
      /** Whose usual free times nobody knows yet: they narrow nothing. */
      unknown: z.array(z.object({ personId: PersonId, name: z.string() })),
      familyUnknown: z.boolean(),
    }),
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'read',
  }),
  listInterpreters: route({
    method: 'GET',
    path: '/interpreters',
    group: 'visits',
    summary: 'Interpreters of the district who take part, by name',
    scope: 'tenant',
    can: ['colleague:read'],
    query: z.object({ ...Page, language: z.string().max(35).optional() }),
    response: pageOf(Interpreter),
    errors: [],
    data: 'read',
  }),
};
