import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishMerge } from '#functions/app/class-lists/merge/finish-merge.ts';
import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { familyLink, guardian, studentYear } from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { mergeUnderWay, movedStudent } from '#functions/data/entities/moved.ts';
import { classStudent, familyStudent, student } from '#functions/data/entities/roster.ts';
import { dayBook, visit, visitMember } from '#functions/data/entities/visits.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  merge,
  putOnList,
  rosterOf,
} from '#test/support/class-list-steps.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people } from '#test/support/school-scene.ts';
import { accept, before, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const days = [
  '2026-10-07',
  '2026-10-08',
  '2026-10-09',
  '2026-10-12',
  '2026-10-13',
  '2026-10-14',
  '2026-10-15',
  '2026-10-16',
  '2026-10-19',
  '2026-10-20',
  '2026-10-21',
  '2026-10-22',
];
const names = ['Bobby', 'Ana', 'Cara', 'Dora', 'Emil', 'Fina', 'Gil', 'Hana', 'Ivo', 'Juan', 'Kira', 'Leo'];
const linkCount = 110;
const contactCount = 60;
const lastYear = '2025-26';

/**
 * Twelve brothers and sisters on the list, each with a visit ahead and four people in its team, with hopes and a year
 * that is over, two years of letters, and much that was said; the roster names Robert, whose household has as many
 * letters.
 */
async function extremeHouseholds() {
  const scene = await openScene(engine);
  const { classId } = await makeList(scene);
  const rosa = adult('Rosa Diaz', '303 555 0142');
  const [bobby, ...others] = await putOnList(scene, classId, [child('Bobby', 'Diaz', rosa)]);
  if (bobby === undefined) throw new Error('Bobby is there');
  for (const name of names.slice(1))
    others.push(...(await putOnList(scene, classId, [child(name, 'Diaz', rosa)])));
  const district = importInto(scene);
  await district.import(rosterOf([{ id: 'k1', givenName: 'Robert', familyName: 'Diaz' }]));
  const robert = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Robert');
  if (robert === undefined) throw new Error('Robert is there');
  const { familyId } = bobby;
  expect(others.map((one) => one.familyId)).toEqual(others.map(() => familyId));

  await accept(scene, familyId);
  const team = {
    partnerIds: [people.partner.personId, people.third.personId],
    interpreterId: people.novice.personId,
  };
  for (const [index, { studentId }] of [bobby, ...others].entries())
    await schedule(scene, { ...team, familyId, studentIds: [studentId], date: days[index] ?? '' });
  await live([bobby, ...others]);
  const links = await giveLinks(familyId, 'b');
  await giveLinks(robert.familyId, 'r');
  return { scene, district, classId, bobby, robert, links };

  /** A year that is over, hopes of this one, and what was said. */
  async function live(children: readonly { studentId: string }[]): Promise<void> {
    const table = district.table();
    const standings = (await district.all(studentYear)).filter((one) => one.familyId === familyId);
    const work = table.begin('test.written', 'test');
    for (const { rev: _, ...standing } of standings)
      work.create(studentYear, { ...standing, year: lastYear, visits: [] });
    for (const { studentId } of children)
      work.create(hopes, {
        familyId,
        studentId,
        year: year2026.year,
        words: 'To sing',
        writtenBy: people.lead.personId,
        writtenAt: before,
        changedByFamilyAt: null,
        status: 'shared',
      });
    for (let n = 0; n < contactCount; n += 1)
      work.create(contact, {
        contactId: idOf('con', n),
        familyId,
        by: people.lead.personId,
        byName: people.lead.name,
        addedAt: before,
        with: 'Rosa',
        how: 'phone',
        direction: 'to_family',
        line: 'Hello',
        on: '2026-09-04',
        askedForVisit: false,
      });
    await work.commit(null);
  }

  async function giveLinks(of: string, letter: string): Promise<string[]> {
    const given: string[] = [];
    const table = systemTable(engine.client, scene.tableName, before);
    for (let start = 0; start < linkCount; start += 55) {
      const work = table.begin('family_link.made', of);
      for (let n = start; n < start + 55; n += 1) {
        const { link, row } = newFamilyLink({
          districtId: districtA,
          familyId: of,
          guardianId: null,
          year: year2026,
          via: 'letter',
          madeBy: letter,
          now: before,
          secret: `${letter}${String(n).padStart(21, '0')}`,
        });
        work.create(familyLink, row);
        given.push(link);
      }
      await work.commit(null);
    }
    return given;
  }
}

test('a household of twelve with visits ahead and two years of letters becomes one with another', async () => {
  const { scene, district, classId, bobby, robert, links } = await extremeHouseholds();
  await merge(scene, bobby.studentId, robert.studentId);

  // Visits that have not followed yet cannot be changed: their standings are not where they say.
  const behind = (await district.all(visit)).filter(({ familyId }) => familyId === bobby.familyId);
  expect(behind.length).toBeGreaterThan(0);
  const lead = scene.as(people.lead, before);
  for (const { visitId, rev } of behind)
    await expect(
      cancelVisit(lead.deps, lead.context, {
        params: { visitId },
        query: undefined,
        body: { outcome: 'cancelled', side: 'team', reason: 'illness', rev },
      }),
    ).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });

  await finishMerge(district.table(), bobby.studentId);
  await finishMerge(district.table(), bobby.studentId);
  expect(await district.all(movedStudent)).toMatchObject([{ visitIds: [], restOf: null }]);
  expect(await district.all(mergeUnderWay)).toEqual([]);
  const { familyId } = robert;
  const visits = await district.all(visit);
  expect(visits.map((one) => [one.familyId, one.status])).toEqual(days.map(() => [familyId, 'scheduled']));
  expect(await district.all(visitMember)).toHaveLength(4 * days.length);
  expect((await district.all(contact)).map((one) => one.familyId)).toEqual(
    Array<string>(contactCount).fill(familyId),
  );
  const rows = [
    ...(await district.all(studentYear)),
    ...(await district.all(familyStudent)),
    ...(await district.all(student)),
    ...(await district.all(hopes)),
    ...(await district.all(classStudent)).filter((one) => one.classId === classId),
  ].filter((one) => one.familyId !== household.familyId);
  expect(rows.map((one) => one.familyId)).toEqual(rows.map(() => familyId));
  const childrenIn = (all: readonly { studentId: string }[]) => new Set(all.map((one) => one.studentId)).size;
  expect(childrenIn(rows)).toBe(names.length);
  const all = (await district.all(studentYear)).filter((one) => one.familyId === familyId);
  expect(all.filter(({ year }) => year === lastYear)).toHaveLength(names.length);
  // What the household answered stands with everybody, also in years that are over.
  const standings = all.filter(({ year }) => year === year2026.year);
  expect(standings.map(({ invitation }) => invitation)).toEqual(names.map(() => 'accepted'));
  expect(standings.flatMap((one) => one.visits.map(({ visitId }) => visitId)).sort()).toEqual(
    visits.map(({ visitId }) => visitId).sort(),
  );
  const books = (await district.all(dayBook)).filter(({ owner }) => owner === familyId);
  expect(books.flatMap(({ appointments }) => appointments)).toHaveLength(days.length);
  const moved = await district.all(familyLink);
  expect([moved.length, new Set(moved.map((one) => one.familyId))]).toEqual([
    2 * linkCount,
    new Set([familyId]),
  ]);
  for (const link of [links[0] ?? '', links.at(-1) ?? '']) {
    const { deps, context } = asFamily(scene, link);
    const view = await getFamilyPage(deps, context, { params: { link }, query: {}, body: undefined });
    expect(view.ahead).toHaveLength(days.length);
  }
});

test.each([
  { unreachableIn: 'the one that goes', ends: 'r' },
  { unreachableIn: 'the one that stays', ends: 'b' },
])(
  'an adult whom nothing may reach in $unreachableIn ends every letter to the other household',
  async ({ ends }) => {
    const { scene, district, bobby, robert } = await extremeHouseholds();
    const work = district.table().begin('test.written', 'test');
    work.create(guardian, {
      guardianId: idOf('gua', 78),
      familyId: ends === 'r' ? bobby.familyId : robert.familyId,
      name: 'Ex Diaz',
      email: null,
      phone: null,
      prefers: null,
      noContact: true,
    });
    await work.commit(null);
    await merge(scene, bobby.studentId, robert.studentId);
    await finishMerge(district.table(), bobby.studentId);
    const letters = (await district.all(familyLink)).filter(({ madeBy }) => madeBy === ends);
    expect(letters).toHaveLength(linkCount);
    expect(letters.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  },
);

test('what is more than one step holds is refused in words before anything is written', async () => {
  const { scene, district, bobby, robert } = await extremeHouseholds();
  const work = district.table().begin('test.written', 'test');
  for (let n = 0; n < 19; n += 1)
    work.create(guardian, {
      guardianId: idOf('gua', 100 + n),
      familyId: bobby.familyId,
      name: `Relative ${n}`,
      email: null,
      phone: null,
      prefers: null,
      noContact: false,
    });
  await work.commit(null);
  const state = await district.state();
  await expect(merge(scene, bobby.studentId, robert.studentId)).rejects.toMatchObject({
    reason: 'merge.too_large',
  });
  expect(await district.state()).toEqual(state);
});
