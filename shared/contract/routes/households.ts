import * as z from 'zod';
import { Family, Guardian, LanguageTag } from '../../domain/family/model.ts';
import { FamilyId, GuardianId } from '../../domain/ids.ts';
import { EmailAddress, PersonName } from '../../domain/person/model.ts';
import { route } from '../route.ts';
import { Done, Rev } from '../views.ts';

const familyParams = z.object({ familyId: FamilyId });
const guardianParams = z.object({ familyId: FamilyId, guardianId: GuardianId });

export const FamilyFacts = Family.extend({ rev: Rev });
export const GuardianView = Guardian.extend({ rev: Rev });
/** What a change answers: no name and no way to reach anybody, for an answer is kept for a day and a guardian may go before. */
const KeptGuardian = GuardianView.pick({ familyId: true, guardianId: true, rev: true });

/** What staff may write about a guardian. An address is never asked for. */
const guardianFields = {
  name: PersonName,
  email: EmailAddress.nullable(),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+(]?\d[\d\s().x/-]{5,}$/, 'Write a phone number such as 303 555 0142')
    .nullable(),
  prefers: Guardian.shape.prefers,
  noContact: z.boolean(),
};
const changed = Object.fromEntries(
  Object.entries(guardianFields).map(([name, field]) => [name, field.optional()]),
) as { [Name in keyof typeof guardianFields]: z.ZodOptional<(typeof guardianFields)[Name]> };

export const householdRoutes = {
  changeFamily: route({
    method: 'PATCH',
    path: '/families/{familyId}',
    group: 'families',
    summary: 'Change a family’s home language, or that nobody contacts it',
    scope: 'tenant',
    can: ['family:change'],
    params: familyParams,
    body: z.strictObject({
      rev: Rev,
      language: LanguageTag.nullable().optional(),
      doNotContact: z.boolean().optional(),
    }),
    response: FamilyFacts,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  addGuardian: route({
    method: 'POST',
    path: '/families/{familyId}/guardians',
    group: 'families',
    summary: 'Add a guardian whom the roster does not name',
    scope: 'tenant',
    can: ['family:change'],
    params: familyParams,
    body: z.strictObject(guardianFields),
    response: KeptGuardian,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  changeGuardian: route({
    method: 'PATCH',
    path: '/families/{familyId}/guardians/{guardianId}',
    group: 'families',
    summary: 'Change what is kept of a guardian; a value set here survives the next roster (I42)',
    scope: 'tenant',
    can: ['family:change'],
    params: guardianParams,
    body: z.strictObject({ rev: Rev, ...changed }),
    response: KeptGuardian,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  removeGuardian: route({
    method: 'POST',
    path: '/families/{familyId}/guardians/{guardianId}/removal',
    group: 'families',
    summary: 'Take a guardian out of a family; the next roster does not bring them back (I42)',
    scope: 'tenant',
    can: ['family:change'],
    params: guardianParams,
    body: z.strictObject({ rev: Rev }),
    response: Done,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  resumeAnnouncements: route({
    method: 'POST',
    path: '/families/{familyId}/guardians/{guardianId}/announcements',
    group: 'families',
    summary: 'Send announcements again to a guardian who had stopped them and asked for them (I37)',
    scope: 'tenant',
    can: ['family:lift_protection'],
    params: guardianParams,
    response: Done,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
