import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { membership } from '#functions/data/entities/identity.ts';
import { nationalDistrict } from '#functions/data/entities/national.ts';
import { nationalRollup } from '#functions/data/entities/rollups.ts';
import { keys } from '#functions/data/keys.ts';
import { Table } from '#functions/data/table.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { districtA, systemTable, year2026 } from './district.ts';
import type { Engine } from './engine.ts';
import { exampleIds, fillDistrict } from './example-district.ts';

const now = '2026-11-22T15:00:00Z';
const t = districtA;
const { year } = year2026;
const ids = exampleIds();
const { sch, per, stu, fam, cls, vis, trn } = ids;

async function fill(engine: Engine, tableName: string): Promise<void> {
  const table = systemTable(engine.client, tableName, now);
  await fillDistrict(table, ids);
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
  { what: 'Interpreters of a district by name', index: 'gsi2', pk: keys.interpreters(t) },
  {
    what: 'The hours of one person that visits take, from a day on',
    pk: keys.person(t, per),
    prefix: keys.dayBook(''),
  },
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
  { what: 'Classes of a student', index: 'gsi1', pk: keys.student(t, stu), prefix: keys.classOfStudent('') },
  { what: 'Class lists and students a school expects', pk: keys.expected(t, sch) },
  {
    what: 'Where every student of a school stands this year',
    index: 'gsi2',
    pk: keys.schoolYear(t, sch, year),
  },
  { what: 'A family with guardians, students, answer and standings', pk: keys.family(t, fam) },
  {
    what: 'The hopes of a family this year',
    pk: keys.family(t, fam),
    prefix: keys.hopes(year, ''),
  },
  {
    what: 'When staff and a family spoke, newest first',
    pk: keys.family(t, fam),
    prefix: keys.contactPrefix,
  },
  { what: 'Visits of a family', index: 'gsi1', pk: keys.family(t, fam), prefix: 'VISIT#' },
  { what: 'A visit with team, reflections, claims and reminders', pk: keys.visit(t, vis) },
  {
    what: 'Who reflected on one student after a visit, without a word',
    pk: keys.visit(t, vis),
    prefix: keys.reflectionsAbout(stu),
  },
  { what: 'A school’s goals and announcements', pk: keys.ownSchool(t, sch) },
  { what: 'Visits of a school by time', index: 'gsi2', pk: keys.schoolVisits(t, sch) },
  {
    what: 'Claims waiting for approval at a school',
    index: 'gsi2',
    pk: keys.claims(t, 'submitted'),
    prefix: `${sch}#`,
  },
  { what: 'Claims of a district in one state', index: 'gsi2', pk: keys.claims(t, 'submitted') },
  { what: 'Trainings by day', index: 'gsi2', pk: keys.trainings(t) },
  { what: 'A training, who signed up and who completed it', pk: keys.training(t, trn) },
  {
    what: 'What a person signed up for or took part in',
    index: 'gsi1',
    pk: keys.person(t, per),
    prefix: keys.ownTrainings,
  },
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
    text.replaceAll(t, 't_…').replace(/\b(sch|per|stu|fam|cls|vis|trn)_0+\d+/g, '$1_…');
  const rows = measured.map(
    ({ what, index, pk, prefix, entities, readUnits }) =>
      `| ${what} | ${index ?? 'table'} | \`${shown(pk)}\` | ${prefix === undefined ? '' : `\`${shown(prefix)}\``} | ${entities.join(', ')} | ${readUnits} |`,
  );
  return `# Access patterns

Written by \`npm run generate\`: each row was run as one Query on the real engine over one small district, and a
test fails when this page is out of date. Read units are for that small district, eventually consistent; a partition
of the table that is read whole is read as it is now, at twice as many.

| what is asked | on | partition key | sort key begins with | entities | read units |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
