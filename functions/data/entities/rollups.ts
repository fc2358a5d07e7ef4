import * as z from 'zod';
import { SchoolYearId } from '#shared/domain/district/model.ts';
import { DistrictId, SchoolId } from '#shared/domain/ids.ts';
import { Counts } from '#shared/domain/rollup/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** Counts of a school (`schoolId`) or of the whole district (null) in one year, kept by the stream. */
export const rollup = entity({
  type: 'rollup',
  version: 1,
  schema: z.object({ year: SchoolYearId, schoolId: SchoolId.nullable(), counts: Counts }),
  keys: (t, { year, schoolId }) => ({
    pk: keys.rollup(t),
    sk: schoolId === null ? keys.rollupOfDistrict(year) : keys.rollupOfSchool(year, schoolId),
  }),
});

/** A change that is already counted: twice is once. */
export const appliedChange = entity({
  type: 'applied',
  version: 1,
  schema: z.object({ eventId: z.string(), at: z.string() }),
  keys: (t, { eventId }) => ({ pk: keys.applied(t, eventId), sk: keys.word.applied }),
  // The stream keeps a record for a day; a week is safely longer.
  ttl: ({ at }) => Math.floor(Date.parse(at) / 1000) + 7 * 24 * 60 * 60,
});

/** A district's own line, copied to the national office: counts only (I2, I44). */
export const nationalRollup = entity({
  type: 'nationalRollup',
  version: 1,
  schema: z.object({ districtId: DistrictId, year: SchoolYearId, counts: Counts, of: z.int() }),
  keys: (_, { districtId, year }) => ({ pk: keys.national.rollup(year), sk: keys.district(districtId) }),
});
