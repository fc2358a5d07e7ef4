import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getClass } from '#functions/app/roster/get-class.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { getRosterImport } from '#functions/app/roster/get-roster-import.ts';
import { listRosterImports } from '#functions/app/roster/list-roster-imports.ts';
import { listSchools } from '#functions/app/roster/list-schools.ts';
import { listStudents } from '#functions/app/roster/list-students.ts';
import { RosterIds } from '#functions/app/roster/roster-ids.ts';
import { startRosterImport } from '#functions/app/roster/start-roster-import.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { routes } from '#shared/contract/contract.ts';
import { callAs, districtA, districtB } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { RosterDistrict } from '#test/support/roster-import.ts';
import { csv, oneRoster11 } from '#test/support/roster-zip.ts';

const ids = new RosterIds(districtA);
const [cedar, birch] = [ids.school('s1'), ids.school('s2')];
const room12 = ids.class('2026-27', 'c1');

let engine: Engine;
let district: RosterDistrict;
beforeAll(async () => {
  engine = await startEngine();
  district = await RosterDistrict.open(engine);
  await district.import({
    ...oneRoster11,
    // A student of the other school who comes over for one class.
    'enrollments.csv': oneRoster11['enrollments.csv'] + csv('e9,,,c2,s2,k3,student,,,'),
  });
});
afterAll(() => engine.stop());

const as = (
  role: 'educator' | 'coordinator' | 'district_admin',
  schoolIds: readonly string[] = [],
  personId = ids.person('t1'),
  districtId = districtA,
) =>
  callAs(engine.client, district.tableName, district.now, { personId, roles: [role], schoolIds, districtId });
const page = { limit: 50 };

describe('a class', () => {
  it('shows its students by name and where each family stands, in two round trips', async () => {
    const { deps, context } = as('educator', [cedar]);
    const answer = await getClass(deps, context, {
      params: { classId: room12 },
      query: undefined,
      body: undefined,
    });
    expect(routes.getClass.response.parse(answer)).toMatchObject({
      name: 'Room 12',
      year: '2026-27',
      schoolId: cedar,
    });
    expect(answer.students.map(({ givenName, invitation }) => [givenName, invitation])).toEqual([
      ['Mina', 'not_invited'],
      ['Joy', 'not_invited'],
    ]);
    expect(deps.table.meter.roundTrips).toBe(2);
  });

  it('finds the standing of a student of another school too', async () => {
    const { deps, context } = as('educator', [birch], ids.person('t2'));
    const science = ids.class('2026-27', 'c2');
    const answer = await getClass(deps, context, {
      params: { classId: science },
      query: undefined,
      body: undefined,
    });
    expect(answer.students.map(({ givenName }) => givenName)).toEqual(['Sami', 'Joy']);
    expect(deps.table.meter.roundTrips).toBe(2);
  });

  it.each([
    ['an educator of another school', () => as('educator', [birch], ids.person('t2'))],
    ['an educator without a school', () => as('educator', [], ids.person('t2'))],
    ['another district', () => as('district_admin', [], ids.person('t1'), districtB)],
  ])('does not exist for %s', async (_, caller) => {
    const { deps, context } = caller();
    await expect(
      getClass(deps, context, { params: { classId: room12 }, query: undefined, body: undefined }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a family', () => {
  const familyId = async () => (await district.all(guardian))[0]?.familyId ?? '';

  it('shows guardians, students and the year’s visits: two Queries, and one read of whom mail reaches', async () => {
    const { deps, context } = as('educator', [cedar]);
    const request = { params: { familyId: await familyId() }, query: undefined, body: undefined };
    await getFamily(deps, context, request);
    const before = deps.table.meter.roundTrips;
    const answer = routes.getFamily.response.parse(await getFamily(deps, context, request));
    expect(deps.table.meter.roundTrips - before).toBe(3);
    expect(answer.guardians.map(({ name }) => name)).toEqual(['Layla Haddad']);
    expect(answer.students.map(({ givenName, nextVisit }) => [givenName, nextVisit]).sort()).toEqual([
      ['Mina', 1],
      ['Sami', 1],
    ]);
    expect(answer.invitation).toMatchObject({ status: 'not_invited', rev: 0 });
    expect(answer.visits).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain('roster');
  });

  it('is open at each school of its children, and at no other', async () => {
    const request = { params: { familyId: await familyId() }, query: undefined, body: undefined };
    const other = as('educator', [birch], ids.person('t2'));
    expect((await getFamily(other.deps, other.context, request)).students).toHaveLength(2);
    const stranger = as('educator', ['sch_01JD3M8Q4V0000000000000009']);
    await expect(getFamily(stranger.deps, stranger.context, request)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('schools and students', () => {
  it('are listed by name, page by page', async () => {
    const { deps, context } = as('district_admin');
    const first = await listSchools(deps, context, {
      params: undefined,
      query: { limit: 1 },
      body: undefined,
    });
    expect(first.items.map(({ name }) => name)).toEqual(['Birch Middle']);
    const query = { limit: 1, cursor: first.cursor ?? '' };
    const second = await listSchools(deps, context, { params: undefined, query, body: undefined });
    expect(second).toMatchObject({ items: [{ name: 'Cedar Elementary' }], cursor: null });
    const students = await listStudents(deps, context, {
      params: { schoolId: cedar },
      query: page,
      body: undefined,
    });
    expect(students.items.map(({ familyName }) => familyName)).toEqual(['Haddad', 'Park']);
  });

  it('end at a coordinator’s own schools', async () => {
    const { deps, context } = as('coordinator', [birch]);
    const schools = await listSchools(deps, context, { params: undefined, query: page, body: undefined });
    expect(schools.items.map(({ schoolId }) => schoolId)).toEqual([birch]);
    await expect(
      listStudents(deps, context, { params: { schoolId: cedar }, query: page, body: undefined }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an import', () => {
  it('begins with a form for exactly its own file, and is listed newest first', async () => {
    const { deps, context } = as('district_admin');
    const asked: { key: string; maxBytes: number }[] = [];
    const files = {
      uploadForm: async (key: string, maxBytes: number) => {
        asked.push({ key, maxBytes });
        return { url: 'https://files.example', fields: { key } };
      },
      put: async () => undefined,
      downloadLink: async () => '',
    };
    const body = { fileName: 'fall roster.zip', bytes: 1_000 };
    const started = await startRosterImport({ ...deps, files }, context, {
      params: undefined,
      query: undefined,
      body,
    });
    expect(asked).toEqual([{ key: `rosters/${districtA}/${started.importId}.zip`, maxBytes: 100_000_000 }]);
    const found = await getRosterImport(deps, context, {
      params: { importId: started.importId },
      query: undefined,
      body: undefined,
    });
    expect(routes.getRosterImport.response.parse(found)).toMatchObject({
      status: 'waiting_for_file',
      fileName: 'fall roster.zip',
      changed: null,
    });
    const list = await listRosterImports(deps, context, { params: undefined, query: page, body: undefined });
    expect(list.items).toHaveLength(2);
  });
});
