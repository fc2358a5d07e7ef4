import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAnotherTime } from '#functions/app/pages/ask-another-time.ts';
import { cancelAsFamily } from '#functions/app/pages/cancel-as-family.ts';
import { changeHopes } from '#functions/app/pages/change-hopes.ts';
import { confirmVisit } from '#functions/app/pages/confirm-visit.ts';
import { getFamilyCalendar } from '#functions/app/pages/get-family-calendar.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { setFamilyWants } from '#functions/app/preparation/set-family-wants.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf, openWishes } from '#test/support/family-steps.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, complete, plan, propose, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const [uma] = household.students;
const visitParams = (visitId: string) => ({ link: '', visitId });

async function arranged() {
  const scene = await openScene(engine);
  const link = await linkOf(scene);
  await accept(scene);
  return { scene, link, visit: await schedule(scene) };
}
const page = async (scene: Scene, link: string, now = before) => {
  const { deps, context } = asFamily(scene, link, now);
  return getFamilyPage(deps, context, { params: { link: '' }, query: {}, body: undefined });
};
const askFor = async (scene: Scene, link: string, visitId: string, now = before) => {
  const { deps, context } = asFamily(scene, link, now);
  const body = { ...openWishes, times: ['6-morning'], note: 'Saturdays are free' } as never;
  return askAnotherTime(deps, context, { params: visitParams(visitId), query: {}, body });
};
const cancel = async (scene: Scene, link: string, visitId: string, now = before) => {
  const { deps, context } = asFamily(scene, link, now);
  return cancelAsFamily(deps, context, { params: visitParams(visitId), query: {}, body: {} });
};
const confirm = async (scene: Scene, link: string, visitId: string, how: 'good' | 'not_good', words = '') => {
  const { deps, context } = asFamily(scene, link, after);
  return confirmVisit(deps, context, { params: visitParams(visitId), query: {}, body: { how, words } });
};
const bodies = async (scene: Scene) =>
  (await scene.items('outbox')).map(({ data }) => data['body'] as { kind: string; personId?: string });

describe('a family asks for another time', () => {
  test('and the visit stays where it is until somebody of the team moves it', async () => {
    const { scene, link, visit } = await arranged();
    await askFor(scene, link, visit.visitId);
    await askFor(scene, link, visit.visitId);
    const view = await page(scene, link);
    expect(view.ahead).toMatchObject([
      { status: 'scheduled', startsAt: visit.startsAt, otherTimeAskedAt: before },
    ]);
    expect(view.wishes).toMatchObject({ note: 'Saturdays are free' });
    const told = (await bodies(scene)).filter(({ kind }) => kind === 'visit_other_time');
    expect(told).toEqual([
      { kind: 'visit_other_time', personId: people.lead.personId, visitId: visit.visitId },
    ]);

    const [stored] = await scene.items('visit');
    const { deps, context } = scene.as(people.lead, before);
    const { familyId: _, studentIds: __, ...same } = plan;
    const body = { ...same, date: '2026-10-03', rev: stored?.rev ?? 0 };
    await changeVisit(deps, context, { params: { visitId: visit.visitId }, query: undefined, body });
    expect((await page(scene, link)).ahead).toMatchObject([{ status: 'proposed', otherTimeAskedAt: null }]);
  });

  test('not once it has begun', async () => {
    const { scene, link, visit } = await arranged();
    await expect(askFor(scene, link, visit.visitId, after)).rejects.toMatchObject({
      reason: 'visit.answer_too_late',
    });
  });
});

describe('a family cancels', () => {
  test('one visit, and may have another: its yes stands', async () => {
    const { scene, link, visit } = await arranged();
    expect(await cancel(scene, link, visit.visitId)).toEqual({ said: 'cancelled' });
    expect(await cancel(scene, link, visit.visitId)).toEqual({ said: 'cancelled' });
    expect(await page(scene, link)).toMatchObject({ status: 'accepted', ahead: [] });
    await expect(schedule(scene, { date: '2026-10-02' })).resolves.toMatchObject({ status: 'scheduled' });
  });

  test('also while somebody is still asked: everybody’s hour is free again', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await accept(scene);
    const visit = await propose(scene);
    await cancel(scene, link, visit.visitId);
    const books = (await scene.items('dayBook')).flatMap(({ data }) => data['appointments']);
    expect(books).toEqual([]);
    expect((await scene.items('visit'))[0]?.data).toMatchObject({
      status: 'cancelled',
      ended: { side: 'family', by: 'family' },
    });
  });

  test('not another family’s visit', async () => {
    const { scene, visit } = await arranged();
    const { familyId } = await scene.addHousehold(2);
    const stranger = await linkOf(scene, { familyId, letter: 's' });
    for (const act of [cancel, askFor])
      await expect(act(scene, stranger, visit.visitId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(confirm(scene, stranger, visit.visitId, 'good')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the calendar file', () => {
  test('has the entry of the mail, without an address and without the link', async () => {
    const { scene, link, visit } = await arranged();
    const { deps, context } = asFamily(scene, link);
    const params = visitParams(visit.visitId);
    const { content } = await getFamilyCalendar(deps, context, { params, query: {}, body: undefined });
    const lines = content.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${visit.visitId}-family@porchlight`,
        `SEQUENCE:${visit.sequence}`,
        'DTSTART:20261001T213000Z',
        'LOCATION:en su casa',
      ]),
    );
    expect(content).not.toContain('/f/');
    expect(content).not.toContain('aaaaaaaaaaaaaaaaaaaaaa');
  });
});

describe('a visit whose time has come', () => {
  test('is shown without anything to do about it, until the school has noted it', async () => {
    const { scene, link, visit } = await arranged();
    expect(await page(scene, link, after)).toMatchObject({
      ahead: [],
      begun: [{ visitId: visit.visitId }],
      past: [],
    });
    await complete(scene, visit);
    expect(await page(scene, link, after)).toMatchObject({ begun: [], past: [{ visitId: visit.visitId }] });
  });

  test('is none when nobody had settled on it', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await accept(scene);
    await propose(scene);
    expect(await page(scene, link, after)).toMatchObject({ ahead: [], begun: [], past: [] });
  });
});

describe('what is kept', () => {
  test('counts also what the page shows nowhere else: cancelled visits, letters, notes', async () => {
    const { scene, link, visit } = await arranged();
    await cancel(scene, link, visit.visitId);
    await complete(scene, await schedule(scene));
    const later = await schedule(scene, { date: '2027-01-20' }, after);
    const { deps, context } = scene.as(people.lead, after);
    const params = { visitId: later.visitId };
    await setFamilyWants(deps, context, {
      params,
      query: undefined,
      body: { words: 'Reading at home', rev: 0 },
    });
    const { kept } = await page(scene, link, after);
    expect(kept).toMatchObject({ visits: 3, feedback: 0, wants: 1, hopes: 0, letters: 1 });
  });
});

describe('after the visit the family', () => {
  test('says in one tap how it was; that is the proof, and it may say it again in other words', async () => {
    const { scene, link, visit } = await arranged();
    await expect(confirm(scene, link, visit.visitId, 'good')).rejects.toMatchObject({
      reason: 'visit.not_started',
    });
    await complete(scene, visit);
    await confirm(scene, link, visit.visitId, 'good');
    await confirm(scene, link, visit.visitId, 'not_good', 'Too short');
    expect((await page(scene, link, after)).past).toMatchObject([
      { confirmedAt: after, feedback: { how: 'not_good', words: 'Too short' } },
    ]);
    expect(JSON.stringify(await bodies(scene))).not.toContain('Too short');
    // Those whom the page names as readers can read it.
    for (const who of [people.lead, people.partner, people.coordinator]) {
      const { deps, context } = scene.as(who, after);
      const params = { visitId: visit.visitId };
      const read = await getVisit(deps, context, { params, query: undefined, body: undefined });
      expect(read.feedback).toMatchObject({ how: 'not_good', words: 'Too short' });
    }
  });

  test('reads its hopes, corrects them, and takes them back: then none of the words is kept', async () => {
    const { scene, link } = await arranged();
    const table = systemTable(engine.client, scene.tableName, before, districtA);
    const work = table.begin('hopes.written', household.familyId);
    work.create(hopes, {
      familyId: household.familyId,
      studentId: uma,
      year: year2026.year,
      words: 'Wants to build bridges',
      writtenBy: people.lead.personId,
      writtenAt: before,
      changedByFamilyAt: null,
      status: 'shared',
    });
    await work.commit(null);
    expect((await page(scene, link)).hopes).toMatchObject([
      { child: 'Uma', words: 'Wants to build bridges' },
    ]);

    const { deps, context } = asFamily(scene, link);
    const params = { link: '', studentId: uma };
    const change = async (body: { act: 'save'; words: string } | { act: 'withdraw' }) =>
      changeHopes(deps, context, { params, query: {}, body });
    await change({ act: 'save', words: 'Wants to build boats' });
    expect((await page(scene, link)).hopes).toMatchObject([{ words: 'Wants to build boats' }]);
    await change({ act: 'withdraw' });
    expect((await page(scene, link)).hopes).toMatchObject([{ words: '', status: 'withdrawn' }]);
    expect(JSON.stringify(await scene.items())).not.toMatch(/build (boats|bridges)/);
  });
});
