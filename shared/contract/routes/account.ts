import * as z from 'zod';
import { DistrictRole } from '../../domain/access/roles.ts';
import { District, SchoolYear } from '../../domain/district/model.ts';
import { PersonId } from '../../domain/ids.ts';
import { Certificate, Participation, Person, PersonName } from '../../domain/person/model.ts';
import { Policy, PolicySettings } from '../../domain/policy/model.ts';
import { School } from '../../domain/roster/model.ts';
import { FreeTimes } from '../../domain/time/free-times.ts';
import { LocalDate } from '../../domain/time/local-date.ts';
import { route } from '../route.ts';
import { Rev } from '../views.ts';

/** As it is answered: what is stored beside it stays behind, and is no fault. */
const SchoolYearView = z.object(SchoolYear.shape);

const Availability = { languages: Person.shape.languages, freeTimes: FreeTimes };

export const Me = z.object({
  personId: PersonId,
  name: PersonName,
  language: z.enum(['en', 'es']),
  roles: z.array(DistrictRole),
  permissions: z.array(z.string()),
  certificate: Certificate.nullable(),
  seasonalPrompts: z.boolean(),
  /** One's own answer to taking part; null until it is given (CP1). */
  participation: Participation.nullable(),
  ...Availability,
  district: District,
  /** The school year that holds today, or null between years. */
  schoolYear: SchoolYearView.nullable(),
  schools: z.array(School),
  /** The policy in force today. */
  policy: PolicySettings.nullable(),
  /** Today in the district's zone. */
  today: LocalDate,
});

export const Settings = z.object({
  district: District,
  schoolYears: z.array(SchoolYearView),
  policies: z.array(Policy.extend({ rev: Rev })),
  fund: z.object({ name: z.string(), accountCode: z.string() }),
});

/** Who am I, and how does my district work. */
export const accountRoutes = {
  getMe: route({
    method: 'GET',
    path: '/me',
    group: 'account',
    summary: 'The signed-in person and their district',
    scope: 'tenant',
    can: [],
    response: Me,
    errors: [],
    data: 'read',
  }),
  changeMyLanguage: route({
    method: 'PUT',
    path: '/me/language',
    group: 'account',
    summary: 'Choose the language of pages and mail',
    scope: 'tenant',
    can: [],
    body: z.strictObject({ language: z.enum(['en', 'es']) }),
    response: z.object({ language: z.enum(['en', 'es']) }),
    errors: ['CHANGED_MEANWHILE'],
    data: 'write',
  }),
  setParticipation: route({
    method: 'PUT',
    path: '/me/participation',
    group: 'account',
    summary: 'Say for oneself whether one takes part (CP1); the answer may change at any time',
    scope: 'tenant',
    can: ['participation:set'],
    body: z.strictObject({ answer: Participation.shape.answer }),
    response: z.object({ participation: Participation }),
    errors: ['CHANGED_MEANWHILE'],
    data: 'write',
  }),
  setFreeTimes: route({
    method: 'PUT',
    path: '/me/free-times',
    group: 'account',
    summary: 'Say which languages one speaks with families, and when one is usually free',
    scope: 'tenant',
    can: ['participation:set'],
    body: z.strictObject(Availability),
    response: z.object(Availability),
    errors: ['CHANGED_MEANWHILE'],
    data: 'write',
  }),
  getSettings: route({
    method: 'GET',
    path: '/settings',
    group: 'account',
    summary: 'School years and policy versions of the district',
    scope: 'tenant',
    can: ['district:manage'],
    response: Settings,
    errors: [],
    data: 'read',
  }),
  changePolicy: route({
    method: 'PUT',
    path: '/settings/policy',
    group: 'account',
    summary: 'Set the policy that holds from a day on; lines computed before stay as they are',
    scope: 'tenant',
    can: ['district:manage'],
    body: z.strictObject({ from: LocalDate, settings: PolicySettings, rev: Rev.nullable() }),
    response: Policy.extend({ rev: Rev }),
    errors: ['CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
