import type { PayRule, PolicySettings } from '#shared/domain/policy/model.ts';
import { marlowe, tallow, wexcombe } from './people.ts';

/** A district of the demo. Its people are in `people.ts`. */
export interface DemoDistrict {
  readonly name: string;
  /** Part of ids and idempotency keys. */
  readonly slug: string;
  readonly state: string;
  readonly timeZone: string;
  readonly policy: PolicySettings;
  readonly fund: { readonly name: string; readonly accountCode: string };
  readonly schools: readonly string[];
  /** Educators beyond the demo people: colleagues to choose from, without an account. */
  readonly moreEducators: number;
  readonly studentsPerClass: number;
  /** Where in the lists of names the district begins, so that districts do not repeat each other. */
  readonly namesFrom: number;
}

const policy = (pay: PayRule, changes: Partial<PolicySettings> = {}): PolicySettings => ({
  minTeam: 2,
  maxTeam: 3,
  minCertified: 2,
  interpreterCounts: false,
  visitTypes: ['home', 'neutral', 'virtual'],
  certificateMonths: 24,
  recertifyMonths: 2,
  pay,
  reflectionDueBusinessDays: 5,
  reflectionBeforePay: false,
  lookBackDays: 28,
  claimDueDays: 14,
  mailFrom: '07:00',
  mailUntil: '20:00',
  ...changes,
});

/** Three ways to pay, in three time zones. */
export const demoDistricts: readonly DemoDistrict[] = [
  {
    name: marlowe,
    slug: 'marlowe',
    state: 'CO',
    timeZone: 'America/Denver',
    policy: policy({ kind: 'flat', cents: 2_000, per: 'event' }),
    fund: { name: 'Title I family engagement', accountCode: '10-2190-0120-4010' },
    schools: [
      'Juniper Hollow Elementary School',
      'Prairie Lantern K–8 Academy for Science, Arts and the Outdoors',
      'Stonecrop Middle School',
    ],
    moreEducators: 8,
    studentsPerClass: 14,
    namesFrom: 0,
  },
  {
    name: wexcombe,
    slug: 'wexcombe',
    state: 'MA',
    timeZone: 'America/New_York',
    policy: policy(
      { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
      { minCertified: 1 },
    ),
    fund: { name: 'Family partnership grant', accountCode: '2310-300-2357' },
    schools: ['Harrow Lane School', 'Millrace Community School'],
    moreEducators: 6,
    studentsPerClass: 12,
    namesFrom: 61,
  },
  {
    name: tallow,
    slug: 'tallow',
    state: 'WA',
    timeZone: 'America/Los_Angeles',
    policy: policy({ kind: 'unpaid' }, { reflectionDueBusinessDays: 7 }),
    fund: { name: 'General fund', accountCode: '0100-27-1000' },
    schools: ['Alder Bend Elementary School', 'Cinder Butte Dual Language School'],
    moreEducators: 6,
    studentsPerClass: 12,
    namesFrom: 127,
  },
];
