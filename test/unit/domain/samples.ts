import type { Claim } from '#shared/domain/claim/model.ts';
import type { Fund, SchoolYear } from '#shared/domain/district/model.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { Refusal, type RefusalReason } from '#shared/domain/refusal.ts';
import { sayYes } from '#shared/domain/visit/answer.ts';
import { type ProposalFacts, proposeVisit, type VisitRequest } from '#shared/domain/visit/propose.ts';
import type { Visitor } from '#shared/domain/visit/team.ts';

/** A well-formed id that ends in the given digits: `id('per', 1)`. */
export const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;

export const schoolYear: SchoolYear = {
  year: '2026-27',
  opensOn: '2026-07-01',
  firstDay: '2026-08-24',
  lastDay: '2027-06-04',
  closesOn: '2027-06-30',
  secondVisitFrom: '2027-01-15',
  secondVisitUntil: '2027-05-15',
  holidays: ['2026-09-07', '2026-11-26', '2026-11-27'],
};

export const settings: PolicySettings = {
  minTeam: 2,
  maxTeam: 3,
  minCertified: 2,
  interpreterCounts: false,
  visitTypes: ['home', 'neutral'],
  certificateMonths: 24,
  recertifyMonths: 2,
  pay: { kind: 'flat', cents: 2_000, per: 'event' },
  reflectionDueBusinessDays: 5,
  reflectionBeforePay: true,
  lookBackDays: 28,
  claimDueDays: 14,
  mailFrom: '07:00',
  mailUntil: '20:00',
};

export const fund: Fund = { fundId: id('fnd', 1), name: 'General fund', accountCode: '001-2100-113' };

export const visitor = (n: number, change: Partial<Visitor> = {}): Visitor => ({
  personId: id('per', n),
  name: `Educator ${n}`,
  roles: ['educator'],
  certificate: { issuedOn: '2026-06-01', expiresOn: '2028-06-01' },
  participation: { answer: 'yes', since: '2026-07-01T15:00:00.000Z' },
  as: 'educator',
  ...change,
});

export const student = (n: number, visits: StudentYear['visits'] = []): StudentYear => ({
  studentId: id('stu', n),
  familyId: id('fam', 1),
  schoolId: id('sch', 1),
  year: '2026-27',
  givenName: `Student ${n}`,
  familyName: 'Sample',
  invitation: 'accepted',
  askedByFamily: false,
  doNotContact: false,
  visits,
});

export const request: VisitRequest = {
  familyId: id('fam', 1),
  studentIds: [id('stu', 1)],
  date: '2026-10-01',
  time: '16:30',
  minutes: 40,
  type: 'home',
  place: null,
};

export const facts: ProposalFacts = {
  visitId: id('vis', 1),
  now: '2026-09-20T15:00:00.000Z',
  timeZone: 'America/Chicago',
  year: schoolYear,
  settings,
  schoolNames: [],
  invitation: 'accepted',
  students: [student(1), student(2)],
  schoolId: id('sch', 1),
  team: [visitor(1), visitor(2)],
};

/** A visit on Thursday, 1 October 2026, 16:30 in Chicago, of a pair with one student; the partner was asked. */
export const proposed = proposeVisit(request, facts);

/** The same once the partner has said yes. */
export const scheduled = { ...proposed, visit: sayYes(proposed.visit, visitor(2), facts.now) };

export const claim: Claim = {
  visitId: id('vis', 1),
  personId: id('per', 1),
  personName: 'Educator 1',
  schoolId: id('sch', 1),
  year: '2026-27',
  status: 'open',
  visitDate: '2026-10-01',
  rule: settings.pay,
  units: 1,
  hundredthsOfHour: 0,
  cents: 2_000,
  fundId: fund.fundId,
  accountCode: fund.accountCode,
  dueOn: '2026-10-15',
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  returnedBecause: null,
  batchId: null,
};

/** The reason for which a rule refuses, or null when it allows. */
export function reasonOf(rule: () => unknown): RefusalReason | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}
