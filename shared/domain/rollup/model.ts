import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { DistrictId } from '../ids.ts';

/** Counts of one school or district in one year (definitions: DOMAIN 4). Numbers only, nobody's name. */
export const Counts = z.object({
  /** Students enrolled. */
  students: z.int(),
  /** Completed appointments. */
  visits: z.int(),
  /** Students with at least one completed visit: each counts once. */
  visitedStudents: z.int(),
  /** Students with a first and a second completed visit. */
  twoVisitStudents: z.int(),
  /** People certified at least once. */
  trained: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const noCounts: Counts = {
  students: 0,
  visits: 0,
  visitedStudents: 0,
  twoVisitStudents: 0,
  trained: 0,
};

/** A district's line in the national console. */
export const NationalDistrict = z.object({
  districtId: DistrictId,
  name: z.string(),
  state: z.string(),
  timeZone: z.string(),
  status: z.enum(['preparing', 'ready']),
  year: SchoolYearId,
});
export type NationalDistrict = z.infer<typeof NationalDistrict>;
