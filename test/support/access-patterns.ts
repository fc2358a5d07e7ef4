import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { family, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { membership } from '#functions/data/entities/identity.ts';
import { nationalDistrict } from '#functions/data/entities/national.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { nationalRollup, rollup } from '#functions/data/entities/rollups.ts';
import {
  classEducator,
  classStudent,
  familyStudent,
  school,
  schoolClass,
  student,
} from '#functions/data/entities/roster.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { claim, reflection, reminder, visit, visitMember } from '#functions/data/entities/visits.ts';
import type { Entity } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { Table } from '#functions/data/table.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { districtA, openDistrict, systemTable, year2026 } from './district.ts';
import type { Engine } from './engine.ts';

const now = '2026-11-22T15:00:00Z';
const t = districtA;
const { year } = year2026;

/** Fixed ids, so that the generated table is the same on every run. */
const id = (prefix: string, number = 1) => `${prefix}_${String(number).padStart(26, '0')}`;
const sch = id('sch');
const per = id('per');
const partner = id('per', 2);
const stu = id('stu');
const fam = id('fam');
const cls = id('cls');
const vis = id('vis');
const trn = id('trn');

/** One small district with one of everything that pages read. */
async function fill(engine: Engine, tableName: string): Promise<void> {
  const table = systemTable(engine.client, tableName, now);
  const { fundId } = await openDistrict(table);
  const work = table.begin('example.made', t);
  const add = <T>(definition: Entity<T>, value: NoInfer<T>) => work.create(definition, value);
  const names = { givenName: 'Ada', familyName: 'Rivera' };
  const team = [
    { personId: per, name: 'Maya Okafor', lead: true },
    { personId: partner, name: 'Luis Ortega', lead: false },
  ];
  const people = [
    { personId: per, name: 'Maya Okafor' },
    { personId: partner, name: 'Luis Ortega' },
  ];
  const students = [{ studentId: stu, givenName: 'Ada', number: 1 }];
  const when = { startsAt: '2026-09-10T22:00:00Z', timeZone: 'America/Chicago' };
  add(school, { schoolId: sch, name: 'Oak Street School', rosterId: null });
  for (const one of people) {
    add(person, {
      ...one,
      email: `${one.personId}@maple.example`,
      language: 'en',
      roles: ['educator'],
      schoolIds: [sch],
      employeeId: null,
      account: 'open',
      certificate: null,
      mailProblem: null,
      roster: null,
    });
    add(placement, { ...one, schoolId: sch, certificate: null });
  }
  add(student, { studentId: stu, familyId: fam, schoolId: sch, ...names, grade: '4', roster: null });
  add(family, { familyId: fam, language: 'es', doNotContact: false });
  add(guardian, { guardianId: id('gua'), familyId: fam, name: 'Rosa Rivera', email: null, phone: null });
  add(familyStudent, { familyId: fam, studentId: stu, schoolId: sch, ...names });
  add(invitation, {
    familyId: fam,
    year,
    status: 'accepted',
    how: 'phone',
    invitedBy: per,
    invitedAt: now,
    answeredAt: now,
  });
  add(studentYear, {
    studentId: stu,
    familyId: fam,
    schoolId: sch,
    year,
    ...names,
    invitation: 'accepted',
    visits: [{ visitId: vis, status: 'completed', on: '2026-09-10' }],
  });
  add(schoolClass, { classId: cls, schoolId: sch, year, name: 'Grade 4, room 12' });
  add(classStudent, { classId: cls, studentId: stu, familyId: fam, schoolId: sch, ...names });
  add(classEducator, { classId: cls, personId: per, schoolId: sch, year, className: 'Grade 4, room 12' });
  add(visit, {
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
    completedAt: '2026-09-10T23:00:00Z',
    actualMinutes: 40,
    beforeSchoolStarts: false,
  });
  for (const { personId } of team) {
    add(visitMember, {
      visitId: vis,
      personId,
      schoolId: sch,
      year,
      familyId: fam,
      status: 'completed',
      type: 'home',
      ...when,
      students,
      team,
    });
    add(reflection, {
      visitId: vis,
      studentId: stu,
      personId,
      givenName: 'Ada',
      year,
      status: 'owed',
      dueOn: '2026-09-17',
      version: 0,
    });
    add(claim, {
      visitId: vis,
      personId,
      personName: 'Maya Okafor',
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
      submittedAt: now,
      approvedBy: null,
      approvedAt: null,
      returnedBecause: null,
      batchId: null,
    });
    add(reminder, {
      rule: 'reflection_due',
      personId,
      visitId: vis,
      studentId: stu,
      occurrence: 1,
      dueAt: '2026-09-17T12:00:00Z',
      status: 'planned',
      sentAt: null,
    });
  }
  add(training, { trainingId: trn, title: 'Home visit training', heldOn: '2026-08-01', completedBy: 1 });
  add(attendance, { trainingId: trn, personId: per, name: 'Maya Okafor', heldOn: '2026-08-01' });
  add(rollup, { year, schoolId: sch, counts: noCounts });
  add(rollup, { year, schoolId: null, counts: noCounts });
  await work.commit(null);

  const national = table.begin('example.made', t);
  national.create(nationalDistrict, {
    districtId: t,
    name: 'Maple County Schools',
    state: 'OH',
    timeZone: 'America/Chicago',
    status: 'ready',
    year,
  });
  national.create(nationalRollup, { districtId: t, year, counts: noCounts, of: 1 });
  national.create(membership, {
    subject: 'sub-1',
    version: 1,
    active: true,
    place: { kind: 'district', districtId: t, personId: per, roles: ['educator'], schoolIds: [sch] },
  });
  await national.commit(null);
}

interface Pattern {
  readonly what: string;
  readonly index?: 'gsi1' | 'gsi2' | 'gsi3';
  readonly pk: string;
  readonly prefix?: string;
}

const patterns: readonly Pattern[] = [
  {
    what: 'Settings of a district: name, years, policies, fund',
    pk: keys.district(t),
    prefix: keys.setting.prefix,
  },
  { what: 'Schools of a district', pk: keys.district(t), prefix: keys.schoolPrefix },
  { what: 'People of a district by name', index: 'gsi1', pk: keys.people(t) },
  { what: 'People of a school by name', index: 'gsi1', pk: keys.schoolPeople(t, sch) },
  { what: 'A person with placements and certificates', pk: keys.person(t, per) },
  {
    what: 'A person’s home: classes, visits, reflections, claims of the year',
    index: 'gsi1',
    pk: keys.person(t, per),
    prefix: keys.ofYear(year),
  },
  {
    what: 'A person’s claims of the year',
    index: 'gsi1',
    pk: keys.person(t, per),
    prefix: keys.ownClaims(year),
  },
  {
    what: 'A person’s reminders, for the digest',
    index: 'gsi1',
    pk: keys.person(t, per),
    prefix: keys.ownReminders,
  },
  { what: 'Students of a school by name', index: 'gsi1', pk: keys.schoolStudents(t, sch) },
  { what: 'A class with its students and educators', pk: keys.class(t, cls) },
  {
    what: 'Where every student of a school stands this year',
    index: 'gsi2',
    pk: keys.schoolYear(t, sch, year),
  },
  { what: 'A family with guardians, students, answer and standings', pk: keys.family(t, fam) },
  { what: 'Visits of a family', index: 'gsi1', pk: keys.family(t, fam), prefix: 'VISIT#' },
  { what: 'A visit with team, reflections, claims and reminders', pk: keys.visit(t, vis) },
  { what: 'Visits of a school by time', index: 'gsi2', pk: keys.schoolVisits(t, sch) },
  {
    what: 'Claims waiting for approval at a school',
    index: 'gsi2',
    pk: keys.claims(t, 'submitted'),
    prefix: `${sch}#`,
  },
  { what: 'Claims of a district in one state', index: 'gsi2', pk: keys.claims(t, 'submitted') },
  { what: 'Trainings by day', index: 'gsi2', pk: keys.trainings(t) },
  { what: 'A training and who completed it', pk: keys.training(t, trn) },
  { what: 'Counts of a district and its schools', pk: keys.rollup(t), prefix: keys.ofYear(year) },
  {
    what: 'Reminders due in one hour (system role only)',
    index: 'gsi3',
    pk: keys.due('2026-09-17T12:00:00Z', per),
  },
  { what: 'Districts of the national office', pk: keys.national.districts },
  { what: 'Counts of every district in a year', pk: keys.national.rollup(year) },
  { what: 'Memberships of a signed-in identity', pk: keys.identity('sub-1') },
];

export interface MeasuredPattern extends Pattern {
  readonly items: number;
  readonly entities: readonly string[];
  readonly readUnits: number;
  readonly queries: number;
}

/** Runs every access pattern of the product once, on the real engine. */
export async function measurePatterns(engine: Engine): Promise<MeasuredPattern[]> {
  const tableName = await engine.newTable();
  await fill(engine, tableName);
  const measured: MeasuredPattern[] = [];
  for (const pattern of patterns) {
    const table = new Table(engine.client, tableName, now);
    const name = pattern.index ?? '';
    // The system index is in no tenant-facing type, so it is asked for as the sweeper does.
    const answer = await engine.client.send(
      new QueryCommand({
        TableName: tableName,
        ...(pattern.index === undefined ? {} : { IndexName: pattern.index }),
        KeyConditionExpression: `${name}pk = :pk${pattern.prefix === undefined ? '' : ` AND begins_with(${name}sk, :prefix)`}`,
        ExpressionAttributeValues: {
          ':pk': pattern.pk,
          ...(pattern.prefix === undefined ? {} : { ':prefix': pattern.prefix }),
        },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    table.meter.count('read', answer.ConsumedCapacity);
    const items = answer.Items ?? [];
    measured.push({
      ...pattern,
      items: items.length,
      entities: [...new Set(items.map((item) => String(item['et'])))].sort(),
      readUnits: table.meter.read,
      queries: table.meter.roundTrips + (answer.LastEvaluatedKey === undefined ? 0 : 1),
    });
  }
  return measured;
}

/** The table of access patterns as it stands in the documents; ids are shown as their kind. */
export function renderPatterns(measured: readonly MeasuredPattern[]): string {
  const shown = (text: string) =>
    text.replaceAll(t, 't_…').replace(/\b(sch|per|stu|fam|cls|vis|trn)_0+\d/g, '$1_…');
  const rows = measured.map(
    ({ what, index, pk, prefix, entities, readUnits }) =>
      `| ${what} | ${index ?? 'table'} | \`${shown(pk)}\` | ${prefix === undefined ? '' : `\`${shown(prefix)}\``} | ${entities.join(', ')} | ${readUnits} |`,
  );
  return `# Access patterns

Written by \`npm run generate\`: each row was run as one Query on the real engine over one small district, and a
test fails when this page is out of date. Read units are for that small district, eventually consistent.

| what is asked | on | partition key | sort key begins with | entities | read units |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
