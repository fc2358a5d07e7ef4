import * as z from 'zod';
import { StudentId, VisitId } from '../../domain/ids.ts';
import { FamilyWants } from '../../domain/visit/family-wants.ts';
import { route } from '../route.ts';
import { HopesView } from './hopes.ts';

const visitParams = z.object({ visitId: VisitId });

export const preparationRoutes = {
  getPreparation: route({
    method: 'GET',
    path: '/visits/{visitId}/preparation',
    group: 'visits',
    summary:
      'With what a later visit opens: the hopes of the first, and what the family would like to talk about',
    scope: 'tenant',
    can: ['hopes:write'],
    params: visitParams,
    response: z.object({
      /** One line for each child of the visit. */
      students: z.array(
        z.object({ studentId: StudentId, givenName: z.string(), hopes: HopesView.nullable() }),
      ),
      /** Null while nobody asked; `rev` 0 then. */
      familyWants: FamilyWants.pick({ words: true, at: true }).nullable(),
      rev: z.int(),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  setFamilyWants: route({
    method: 'PUT',
    path: '/visits/{visitId}/family-wants',
    group: 'visits',
    summary:
      'Write down what the family would like a later visit to be about; a first visit has no such field',
    scope: 'tenant',
    can: ['hopes:write'],
    params: visitParams,
    body: z.strictObject({ words: FamilyWants.shape.words, rev: z.int().min(0) }),
    /** None of the words: an answer is kept for a day, and the words may be taken back before. */
    response: FamilyWants.pick({ visitId: true, by: true, at: true }).extend({ rev: z.int() }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
