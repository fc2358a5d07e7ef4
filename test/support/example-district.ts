import { classList, expectedStudent } from '#functions/data/entities/class-lists.ts';
import { family, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { rollup } from '#functions/data/entities/rollups.ts';
import {
  classEducator,
  classStudent,
  familyStudent,
  school,
  schoolClass,
  student,
} from '#functions/data/entities/roster.ts';
import { announcement, schoolGoal } from '#functions/data/entities/schools.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import type { Entity } from '#functions/data/entity.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { openDistrict, year2026 } from './district.ts';
import { addBetweenVisits } from './example-between-visits.ts';
import { addVisit } from './example-visit.ts';

/** Fixed ids of one example district, so that tables and tests are the same on every run. */
export const exampleIds = (number = 1) => {
  const id = (prefix: string, offset = 0) => `${prefix}_${String(number * 10 + offset).padStart(26, '0')}`;
  return {
    sch: id('sch'),
    per: id('per'),
    partner: id('per', 1),
    stu: id('stu'),
    fam: id('fam'),
    gua: id('gua'),
    cls: id('cls'),
    vis: id('vis'),
    trn: id('trn'),
    imp: id('imp'),
    bat: id('bat'),
    ann: id('ann'),
    con: id('con'),
  };
};
export type ExampleIds = ReturnType<typeof exampleIds>;

/**
 * One small district with one of everything that pages read. `mark` stands in every name, so that a test can tell
 * whose data an answer holds.
 */
export async function fillDistrict(table: DistrictTable, ids: ExampleIds, mark = ''): Promise<void> {
  const { sch, per, partner, stu, fam, gua, cls, vis, trn } = ids;
  const { year } = year2026;
  const now = '2026-11-22T15:00:00Z';
  const maya = `Maya Okafor ${mark}`.trim();
  const luis = `Luis Ortega ${mark}`.trim();
  const room = `Grade 4, room 12 ${mark}`.trim();
  const { fundId } = await openDistrict(table);
  const work = table.begin('example.made', table.context.districtId);
  const add = <T>(definition: Entity<T>, value: NoInfer<T>) => work.create(definition, value);
  const names = { givenName: `Ada ${mark}`.trim(), familyName: `Rivera ${mark}`.trim() };
  const people = [
    { personId: per, name: maya },
    { personId: partner, name: luis },
  ];
  add(school, { schoolId: sch, name: `Oak Street School ${mark}`.trim(), rosterId: null });
  for (const one of people) {
    add(person, {
      ...one,
      email: `${one.personId}@maple.example`,
      language: 'en',
      // The second interprets too.
      roles: one.personId === partner ? ['educator', 'interpreter'] : ['educator'],
      schoolIds: [sch],
      employeeId: null,
      account: 'open',
      certificate: null,
      mailProblem: null,
      participation: { answer: 'yes', since: '2026-07-15T15:00:00.000Z' },
      languages: [],
      freeTimes: [],
      roster: null,
    });
    add(placement, { ...one, schoolId: sch, certificate: null, willing: true, languages: [], freeTimes: [] });
  }
  add(student, { studentId: stu, familyId: fam, schoolId: sch, ...names, grade: '4', roster: null });
  add(family, { familyId: fam, language: 'es', doNotContact: false });
  add(guardian, {
    guardianId: gua,
    familyId: fam,
    name: `Rosa Rivera ${mark}`.trim(),
    email: null,
    phone: null,
    prefers: null,
    noContact: false,
  });
  add(familyStudent, { familyId: fam, studentId: stu, schoolId: sch, ...names });
  add(invitation, {
    familyId: fam,
    year,
    status: 'accepted',
    how: 'phone',
    invitedBy: per,
    invitedAt: now,
    answeredAt: now,
    answeredBy: 'staff',
    askedByFamily: false,
    wishes: null,
  });
  add(studentYear, {
    studentId: stu,
    familyId: fam,
    schoolId: sch,
    year,
    ...names,
    invitation: 'accepted',
    askedByFamily: false,
    doNotContact: false,
    visits: [{ visitId: vis, status: 'completed', on: '2026-09-10' }],
  });
  add(schoolClass, { classId: cls, schoolId: sch, year, name: room });
  add(classStudent, { classId: cls, studentId: stu, familyId: fam, schoolId: sch, ...names });
  add(classEducator, { classId: cls, personId: per, schoolId: sch, year, className: room });
  add(classList, { classId: cls, schoolId: sch, year, name: room, students: 1 });
  add(expectedStudent, {
    schoolId: sch,
    studentId: stu,
    familyId: fam,
    classId: cls,
    year,
    ...names,
    guardianIds: [gua],
    adultHashes: [],
    notFound: { because: 'no_match', since: now },
  });
  addVisit(work, ids, { year, names, maya, luis, fundId });
  add(training, {
    trainingId: trn,
    title: `Home visit training ${mark}`.trim(),
    kind: 'initial',
    heldOn: '2026-08-01',
    schoolId: null,
    plan: null,
    signedUp: 0,
    waiting: 0,
    completedBy: 1,
    cancelledAt: null,
    sequence: 0,
  });
  const there = { status: 'completed', minutes: 180, signedUpAt: null } as const;
  add(attendance, { trainingId: trn, personId: per, name: maya, ...there });
  add(schoolGoal, { schoolId: sch, year, percent: 20 });
  add(announcement, {
    announcementId: ids.ann,
    schoolId: sch,
    year,
    audience: { kind: 'school' },
    versions: { en: { subject: `Home visits ${mark}`.trim(), body: `From ${maya}` }, es: null },
    sentBy: per,
    sentByName: maya,
    sentAt: now,
    families: 1,
    done: 1,
    mails: 0,
    withoutMail: 1,
  });
  add(rollup, { year, schoolId: sch, counts: noCounts });
  add(rollup, { year, schoolId: null, counts: noCounts });
  addBetweenVisits(work, ids, { year, now, name: maya, mark });
  await work.commit(null);
}
