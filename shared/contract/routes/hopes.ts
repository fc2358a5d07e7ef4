import * as z from 'zod';
import { SchoolYearId } from '../../domain/district/model.ts';
import { Hopes, HopesWords } from '../../domain/hopes/model.ts';
import { FamilyId, StudentId } from '../../domain/ids.ts';
import { route } from '../route.ts';
import { Rev } from '../views.ts';

/** Hopes as staff reads them. */
export const HopesView = Hopes.extend({ rev: Rev, writtenByName: z.string().nullable() });

export const hopesRoutes = {
  getHopes: route({
    method: 'GET',
    path: '/families/{familyId}/hopes',
    group: 'families',
    summary: 'The hopes that were written down after first visits of this year, for each child of the family',
    scope: 'tenant',
    can: ['hopes:write'],
    params: z.object({ familyId: FamilyId }),
    response: z.object({
      year: SchoolYearId,
      students: z.array(
        z.object({
          studentId: StudentId,
          givenName: z.string(),
          /** The first visit took place, so hopes may be written down. */
          visited: z.boolean(),
          hopes: HopesView.nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'read',
  }),
  writeHopes: route({
    method: 'PUT',
    path: '/families/{familyId}/students/{studentId}/hopes',
    group: 'families',
    summary: 'Write down what the family hopes for; the family can read, correct and withdraw it',
    scope: 'tenant',
    can: ['hopes:write'],
    params: z.object({ familyId: FamilyId, studentId: StudentId }),
    /** `rev` 0 when nothing is written yet. */
    body: z.strictObject({ words: HopesWords, rev: z.int().min(0) }),
    response: Hopes.extend({ rev: Rev }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
