import type { Claim } from '#shared/domain/claim/model.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import type { ReminderSettings } from '#shared/domain/reminder/planning.ts';
import type { ReminderFacts } from '#shared/domain/reminder/still-needed.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, '0')}`;

export const visitId = id('vis', 1);
export const familyId = id('fam', 1);
const schoolId = id('sch', 1);
export const maya = id('stu', 1);
export const leo = id('stu', 2);
export const ana = id('per', 1);
export const ben = id('per', 2);

const schoolYear: SchoolYear = {
  year: '2026-27',
  opensOn: '2026-07-01',
  firstDay: '2026-08-24',
  lastDay: '2027-06-04',
  closesOn: '2027-06-30',
  secondVisitFrom: '2027-01-15',
  secondVisitUntil: '2027-05-14',
  holidays: ['2026-11-26', '2026-11-27', '2027-01-18'],
};

export const settings: ReminderSettings = {
  timeZone: 'America/Chicago',
  policy: { mailFrom: '07:00', mailUntil: '20:00' },
  schoolYear,
};

/** A completed first visit with Maya's household on Tuesday 3 November 2026, 16:30 in Chicago. */
export function visit(changes: Partial<Visit> = {}): Visit {
  return {
    visitId,
    familyId,
    schoolId,
    year: '2026-27',
    status: 'completed',
    type: 'home',
    place: null,
    startsAt: '2026-11-03T22:30:00.000Z',
    minutes: 40,
    timeZone: 'America/Chicago',
    localDate: '2026-11-03',
    students: [{ studentId: maya, givenName: 'Maya', number: 1 }],
    team: [
      { personId: ana, name: 'Ana Ruiz', lead: true, as: 'educator', answer: 'yes' },
      { personId: ben, name: 'Ben Okafor', lead: false, as: 'educator', answer: 'yes' },
    ],
    scheduledAt: '2026-10-20T15:00:00.000Z',
    sequence: 0,
    lastSequence: 0,
    stoodSince: null,
    completedAt: '2026-11-04T00:00:00.000Z',
    closedAt: null,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    actualMinutes: 40,
    beforeSchoolStarts: false,
    ...changes,
  };
}

export function reflection(changes: Partial<Reflection> = {}): Reflection {
  return {
    visitId,
    studentId: maya,
    personId: ana,
    givenName: 'Maya',
    year: '2026-27',
    status: 'owed',
    dueOn: '2026-11-10',
    version: 0,
    together: false,
    lookBackOn: null,
    lookedBackAt: null,
    ...changes,
  };
}

export function claim(changes: Partial<Claim> = {}): Claim {
  return {
    visitId,
    personId: ana,
    personName: 'Ana Ruiz',
    schoolId,
    year: '2026-27',
    status: 'open',
    visitDate: '2026-11-03',
    rule: { kind: 'flat', cents: 2000, per: 'event' },
    units: 1,
    hundredthsOfHour: 0,
    cents: 2000,
    fundId: id('fnd', 1),
    accountCode: '10-100',
    dueOn: '2026-11-17',
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnedBecause: null,
    batchId: null,
    ...changes,
  };
}

export function studentYear(changes: Partial<StudentYear> = {}): StudentYear {
  return {
    studentId: maya,
    familyId,
    schoolId,
    year: '2026-27',
    givenName: 'Maya',
    familyName: 'Torres',
    invitation: 'accepted',
    askedByFamily: false,
    doNotContact: false,
    visits: [{ visitId, status: 'completed', on: '2026-11-03' }],
    ...changes,
  };
}

export function reminder(changes: Partial<Reminder> = {}): Reminder {
  return {
    rule: 'reflection_due',
    personId: ana,
    visitId,
    studentId: maya,
    expiresOn: null,
    occurrence: 1,
    dueAt: '2026-11-10T13:00:00.000Z',
    status: 'planned',
    sentAt: null,
    ...changes,
  };
}

export function facts(changes: Partial<ReminderFacts> = {}): ReminderFacts {
  return {
    today: '2027-01-20',
    visit: visit(),
    reflection: reflection(),
    claim: claim(),
    studentYear: studentYear(),
    invitation: 'accepted',
    doNotContact: false,
    schoolYear,
    seasonalPrompts: true,
    certificate: { issuedOn: '2026-08-20', expiresOn: '2028-08-19' },
    certifiedThen: true,
    takesNoPart: false,
    ...changes,
  };
}
