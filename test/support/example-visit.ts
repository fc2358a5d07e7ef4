import { claim, dayBook, reflection, reminder, visit, visitMember } from '#functions/data/entities/visits.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { ExampleIds } from './example-district.ts';

interface Known {
  readonly year: string;
  /** Of the child. */
  readonly names: { readonly givenName: string };
  /** The two who visit. */
  readonly maya: string;
  readonly luis: string;
  readonly fundId: string;
}

/** The first visit of an example family, with all that follows from it: reflections, claims and reminders. */
export function addVisit(
  work: UnitOfWork,
  { vis, fam, sch, stu, per, partner }: ExampleIds,
  { year, names, maya, luis, fundId }: Known,
): void {
  const team = [
    { personId: per, name: maya, lead: true, as: 'educator' as const, answer: 'yes' as const },
    { personId: partner, name: luis, lead: false, as: 'educator' as const, answer: 'yes' as const },
  ];
  const students = [{ studentId: stu, givenName: names.givenName, number: 1 }];
  const when = { startsAt: '2026-09-10T22:00:00Z', timeZone: 'America/Chicago' };
  work.create(visit, {
    visitId: vis,
    familyId: fam,
    schoolId: sch,
    year,
    status: 'completed',
    type: 'home',
    place: null,
    ...when,
    minutes: 40,
    localDate: '2026-09-10',
    students,
    team,
    scheduledAt: '2026-09-01T15:00:00Z',
    sequence: 0,
    lastSequence: 0,
    stoodSince: null,
    completedAt: '2026-09-10T23:00:00Z',
    closedAt: null,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    actualMinutes: 40,
    beforeSchoolStarts: false,
  });
  for (const owner of [per, partner, fam]) {
    const until = '2026-09-10T22:40:00Z';
    work.create(dayBook, {
      owner,
      day: '2026-09-10',
      appointments: [{ visitId: vis, from: when.startsAt, until }],
    });
  }
  for (const { personId } of team) {
    work.create(visitMember, {
      otherTimeAskedAt: null,
      visitId: vis,
      personId,
      schoolId: sch,
      year,
      familyId: fam,
      status: 'completed',
      type: 'home',
      minutes: 40,
      ...when,
      students,
      team,
    });
    work.create(reflection, {
      visitId: vis,
      studentId: stu,
      personId,
      givenName: names.givenName,
      year,
      status: 'owed',
      dueOn: '2026-09-17',
      version: 0,
      together: false,
      lookBackOn: null,
      lookedBackAt: null,
    });
    work.create(claim, {
      visitId: vis,
      personId,
      personName: maya,
      schoolId: sch,
      year,
      status: 'submitted',
      visitDate: '2026-09-10',
      rule: { kind: 'flat', cents: 2000, per: 'event' },
      units: 1,
      hundredthsOfHour: 0,
      cents: 2000,
      fundId,
      accountCode: '001-2213-111',
      dueOn: '2026-09-24',
      submittedAt: '2026-09-12T15:00:00Z',
      approvedBy: null,
      approvedAt: null,
      returnedBecause: null,
      batchId: null,
    });
    work.create(reminder, {
      rule: 'reflection_due',
      personId,
      visitId: vis,
      studentId: stu,
      expiresOn: null,
      occurrence: 1,
      dueAt: '2026-09-17T12:00:00Z',
      status: 'planned',
      sentAt: null,
    });
  }
}
