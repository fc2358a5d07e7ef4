import * as z from 'zod';

/** Roles a person can hold inside one district (DOMAIN: who uses it). */
export const DistrictRole = z.enum([
  'educator',
  'interpreter',
  'coordinator',
  /** Certified to train others: earned by a train-the-trainer training. */
  'trainer',
  'district_admin',
  'payroll',
  'privacy_officer',
]);
export type DistrictRole = z.infer<typeof DistrictRole>;

/** Roles of the national office. They never come with a tenant (I2). */
export const NationalRole = z.enum(['national_admin', 'national_analyst', 'national_trainer']);
export type NationalRole = z.infer<typeof NationalRole>;
