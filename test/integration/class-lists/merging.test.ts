import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { changeGuardian } from '#functions/app/households/change-guardian.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { hashOfSecret } from '#functions/app/secret-links.ts';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { familyLink, guardian, noAnnouncements, studentYear } from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { movedStudent } from '#functions/data/entities/moved.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { reflectionWords, visit } from '#functions/data/entities/visits.ts';
import { loadByLink } from '#functions/data/repositories/families.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  merge,
  putOnList,
  rosterOf,
  twoRecords,
  visitOn,
} from '#test/support/class-list-steps.ts';
import { year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { propose, reflect } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());
const none = { params: undefined, query: undefined, body: undefined };

const talk = (familyId: string, n: number) => ({
  contactId: idOf('con', n),
  familyId,
  on: '2026-09-12',
  with: 'Rosa',
  how: 'phone' as const,
  direction: 'to_family' as const,
  line: `Hello ${n}`,
  askedForVisit: false,
  by: people.lead.personId,
  byName: people.lead.name,
  addedAt: '2026-09-12T15:00:00.000Z',
});

async function decline(scene: Scene, familyId: string) {
  const { deps, context } = scene.as(people.lead, '2026-09-20T15:00:00.000Z');
  const params = { familyId };
  const { rev } = await inviteFamily(deps, context, { ...none, params, body: { how: 'phone', rev: 0 } });
  await recordAnswer(deps, context, { ...none, params, body: { answer: 'declined', rev } });
}

describe('one student out of two records', () => {
  test('takes along what was written between the visits, and links in letters still lead in', async () => {
    const { scene, district, bobby, robert } = await twoRecords(engine);
    const held = await visitOn(scene, bobby.familyId, [bobby.studentId], '2026-09-10');
    await reflect(scene, people.lead, held, '2026-09-11T15:00:00.000Z');
    const { link, row } = newFamilyLink({
      districtId: district.table().context.districtId,
      familyId: bobby.familyId,
      guardianId: null,
      year: year2026,
      via: 'letter',
      madeBy: people.lead.personId,
      now: '2026-09-01T15:00:00.000Z',
      secret: 'abcdefghijklmnopqrstuv',
    });
    const work = district.table().begin('test.written', 'test');
    work.create(familyLink, row);
    work.create(hopes, {
      familyId: bobby.familyId,
      studentId: bobby.studentId,
      year: '2026-27',
      words: 'To build a bridge',
      writtenBy: people.lead.personId,
      writtenAt: '2026-09-11T15:00:00.000Z',
      changedByFamilyAt: null,
      status: 'shared',
    });
    work.create(contact, talk(bobby.familyId, 1));
    await work.commit(null);

    await merge(scene, bobby.studentId, robert.studentId);
    expect(await district.all(hopes)).toMatchObject([
      { familyId: robert.familyId, studentId: robert.studentId, words: 'To build a bridge' },
    ]);
    expect(await district.all(contact)).toMatchObject([{ familyId: robert.familyId, line: 'Hello 1' }]);
    expect(await district.all(reflectionWords)).toMatchObject([{ studentId: robert.studentId }]);
    const [, familyId = '', secret = ''] = link.split('.');
    expect(familyId).toBe(bobby.familyId);
    const file = await loadByLink(district.table(), familyId, hashOfSecret(secret));
    expect(file?.family.familyId).toBe(robert.familyId);
    const { deps, context } = scene.as(people.lead, '2026-09-20T15:00:00.000Z');
    const page = await getFamily(deps, context, { ...none, params: { familyId: bobby.familyId } });
    expect(page.family.familyId).toBe(robert.familyId);
    expect(page.visits).toHaveLength(1);
  });

  test('and the one click in an earlier mail still stops announcements to its reader (I37)', async () => {
    const { scene, district, bobby, robert } = await twoRecords(engine);
    const guardianId = idOf('gua', 77);
    const link = await linkOf(scene, { familyId: bobby.familyId, guardianId });
    await merge(scene, bobby.studentId, robert.studentId);
    const { deps, context } = asFamily(scene, link, '2026-09-20T15:00:00.000Z');
    await unsubscribe(deps, context, { ...none, params: { link } });
    expect(await district.all(noAnnouncements)).toMatchObject([{ familyId: robert.familyId, guardianId }]);
  });

  test('and letters to one household end when an adult of the other may not be reached', async () => {
    const { scene, district, bobby, robert } = await twoRecords(engine);
    await linkOf(scene, { familyId: bobby.familyId, letter: 'b' });
    await linkOf(scene, { familyId: robert.familyId, letter: 'r' });
    const work = district.table().begin('test.written', 'test');
    const about = { email: null, phone: null, prefers: null, noContact: true };
    work.create(guardian, {
      guardianId: idOf('gua', 78),
      familyId: bobby.familyId,
      name: 'Ex Diaz',
      ...about,
    });
    await work.commit(null);
    await merge(scene, bobby.studentId, robert.studentId);
    const links = await district.all(familyLink);
    expect(links.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
    expect(links.every(({ familyId }) => familyId === robert.familyId)).toBe(true);
  });

  test('keeps a decline, whichever family gave it (I12)', async () => {
    const { scene, district, bobby, robert } = await twoRecords(engine);
    await visitOn(scene, robert.familyId, [robert.studentId], '2026-09-10');
    await decline(scene, bobby.familyId);
    await merge(scene, bobby.studentId, robert.studentId);
    const one = (await district.all(studentYear)).find(({ studentId }) => studentId === robert.studentId);
    expect(one).toMatchObject({ invitation: 'declined', visits: [{ on: '2026-09-10' }] });
  });

  test('brings the adults of a brother whom the roster knows, and the next roster adds nobody', async () => {
    const scene = await openScene(engine);
    const { classId } = await makeList(scene);
    const rosa = adult('Rosa Diaz', '555-000-0001');
    const [mei, , other] = await putOnList(scene, classId, [
      child('Mei', 'Diaz', rosa),
      child('Omar', 'Diaz', rosa),
      child('Mei', 'Diaz', adult('Tom Okafor')),
    ]);
    const district = importInto(scene);
    const roster = rosterOf(
      [{ id: 'k1', givenName: 'Omar', familyName: 'Diaz', adults: ['g1'] }],
      [{ id: 'g1', name: 'Rosa Diaz', phone: '555-000-0001' }],
    );
    await district.import(roster);
    const met = (await district.all(guardian)).find(({ name }) => name === rosa.name);
    if (mei === undefined || other === undefined || met === undefined) throw new Error('all are there');
    const { deps, context } = scene.as(people.coordinator, '2026-09-20T15:00:00.000Z');
    await changeGuardian(deps, context, {
      ...none,
      params: { familyId: met.familyId, guardianId: met.guardianId },
      body: {
        name: 'Rosa Diaz-Okafor',
        email: met.email,
        phone: '555-000-0009',
        prefers: null,
        noContact: false,
        rev: met.rev,
      },
    });

    await merge(scene, mei.studentId, other.studentId);
    await district.import(roster);
    const home = (await district.all(guardian)).filter(({ familyId }) => familyId === other.familyId);
    expect(home.map(({ name }) => name).sort()).toEqual(['Rosa Diaz-Okafor', 'Tom Okafor']);
  });

  test('waits while a visit with one is arranged and the other declined', async () => {
    const { scene, bobby, robert } = await twoRecords(engine);
    await decline(scene, bobby.familyId);
    await visitOn(scene, robert.familyId, [robert.studentId], '2026-09-10');
    const { familyId, studentId } = robert;
    await propose(
      scene,
      { familyId, studentIds: [studentId], date: '2027-02-01' },
      '2026-10-02T15:00:00.000Z',
    );
    await expect(merge(scene, bobby.studentId, studentId)).rejects.toMatchObject({
      reason: 'merge.declined',
    });
  });

  test('is refused for two whom the roster names, and does not exist for another school', async () => {
    const { scene, bobby, robert } = await twoRecords(engine);
    await expect(merge(scene, robert.studentId, bobby.studentId)).rejects.toMatchObject({
      reason: 'merge.in_roster',
    });
    const { mergeStudent } = await import('#functions/app/class-lists/merge-student.ts');
    const { deps, context } = scene.as(people.elmCoordinator, '2026-09-20T15:00:00.000Z');
    const request = { ...none, params: { studentId: bobby.studentId }, body: { into: robert.studentId } };
    await expect(mergeStudent(deps, context, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('with many visits is one at once for everything ahead, and a task brings over what is past, twice is once', async () => {
    const { scene, district, roster, bobby, robert } = await twoRecords(engine);
    const bobbys = [
      '2026-09-10',
      '2027-01-14',
      '2027-01-21',
      '2027-01-28',
      '2027-02-04',
      '2027-02-11',
      '2027-02-18',
      '2027-02-25',
    ];
    const roberts = ['2026-10-08', '2027-03-11'];
    const byDay = new Map<string, string>();
    for (const [whose, days] of [
      [bobby, bobbys],
      [robert, roberts],
    ] as const)
      for (const [index, day] of days.entries()) {
        const done = await visitOn(scene, whose.familyId, [whose.studentId], day, index === 0);
        for (const who of [people.lead, people.partner])
          await reflect(scene, who, done, `${day}T23:00:00.000Z`);
        byDay.set(day, done.visitId);
      }
    const held = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, id]) => id);
    const work = district.table().begin('test.written', 'test');
    for (let n = 0; n < 60; n += 1) work.create(contact, talk(bobby.familyId, n));
    await work.commit(null);
    await merge(scene, bobby.studentId, robert.studentId, '2027-05-01T15:00:00.000Z');
    const message = (await district.all(outboxMessage)).find(({ body }) => body.kind === 'finish_merge');
    expect(message).toBeDefined();
    const standing = async () =>
      (await district.all(studentYear)).find(({ studentId }) => studentId === robert.studentId)?.visits;
    expect((await standing())?.map(({ visitId }) => visitId)).toEqual(held);

    const table = district.table();
    const accounts = { open: async () => '', close: async () => undefined } as never;
    const job = { districtId: table.context.districtId, messageId: message?.messageId ?? '' };
    const deps = { openDistrict: async () => table, office: table, accounts };
    expect(await runTask(deps, job)).toBe('finish_merge');
    expect(await runTask(deps, job)).toBeNull();
    expect(await district.all(movedStudent)).toMatchObject([{ visitIds: [], restOf: null }]);
    const talks = await district.all(contact);
    expect(talks.filter(({ familyId }) => familyId === robert.familyId)).toHaveLength(60);
    const visits = (await district.all(visit)).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    expect(
      visits.map((one) => [one.visitId, one.familyId, one.students[0]?.studentId, one.students[0]?.number]),
    ).toEqual(held.map((id, index) => [id, robert.familyId, robert.studentId, index + 1]));
    const before = await district.state();
    await district.import(roster);
    expect(await district.state()).toEqual(before);
  });
});
