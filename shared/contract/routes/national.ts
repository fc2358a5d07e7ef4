import * as z from 'zod';
import { NationalRole } from '../../domain/access/roles.ts';
import { DistrictName, SchoolYear, StateCode } from '../../domain/district/model.ts';
import { DistrictId } from '../../domain/ids.ts';
import { EmailAddress, PersonName } from '../../domain/person/model.ts';
import { PolicySettings } from '../../domain/policy/model.ts';
import { Counts, NationalDistrict } from '../../domain/rollup/model.ts';
import { TimeZone } from '../../domain/time/local-date.ts';
import { route } from '../route.ts';
import { Page, pageOf } from '../views.ts';

const params = z.object({ districtId: DistrictId });

/** A district with its counts of the year: never a person (I2). */
export const NationalDistrictLine = NationalDistrict.extend({ counts: Counts });

/** The national office: which districts there are, and counts. */
export const nationalRoutes = {
  getNationalMe: route({
    method: 'GET',
    path: '/national/me',
    group: 'national',
    summary: 'The signed-in person of the national office',
    scope: 'national',
    can: [],
    response: z.object({ name: z.string(), roles: z.array(NationalRole), permissions: z.array(z.string()) }),
    errors: [],
    data: 'none',
  }),
  listDistricts: route({
    method: 'GET',
    path: '/national/districts',
    group: 'national',
    summary: 'Districts with their counts of the year',
    scope: 'national',
    can: ['national:read'],
    query: z.object(Page),
    response: pageOf(NationalDistrictLine),
    errors: [],
    data: 'read',
  }),
  getDistrict: route({
    method: 'GET',
    path: '/national/districts/{districtId}',
    group: 'national',
    summary: 'One district with its counts',
    scope: 'national',
    can: ['national:read'],
    params,
    response: NationalDistrictLine,
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  createDistrict: route({
    method: 'POST',
    path: '/national/districts',
    group: 'national',
    summary: 'Open a district with its school year and policy',
    scope: 'national',
    can: ['national:manage'],
    body: z.strictObject({
      name: DistrictName,
      state: StateCode,
      timeZone: TimeZone,
      schoolYear: SchoolYear,
      policy: PolicySettings,
      fund: z.strictObject({
        name: z.string().trim().min(1).max(80),
        accountCode: z.string().trim().min(1).max(60),
      }),
    }),
    response: NationalDistrictLine,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  inviteDistrictAdmin: route({
    method: 'POST',
    path: '/national/districts/{districtId}/admins',
    group: 'national',
    summary: 'Invite a district coordinator by e-mail',
    scope: 'national',
    can: ['national:manage'],
    params,
    body: z.strictObject({ name: PersonName, email: EmailAddress }),
    response: z.object({ invited: z.literal(true) }),
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
