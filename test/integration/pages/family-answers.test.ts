import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { acceptAsFamily } from '#functions/app/pages/accept-as-family.ts';
import { allowContact, declineAsFamily, stopContact } from '#functions/app/pages/decline-as-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { family } from '#functions/data/entities/families.ts';
import { school } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, invitedByLetter, linkOf, openWishes, sayYes } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, propose, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const request = { params: { link: '' }, query: {}, body: undefined };
const say = { ...request, body: {} };

const invited = () => invitedByLetter(engine);
const page = async (scene: Scene, link: string, now = before) => {
  const { deps, context } = asFamily(scene, link, now);
  return getFamilyPage(deps, context, request);
};
const decline = async (scene: Scene, link: string, key?: string) => {
  const { deps, context } = asFamily(scene, link, before, key);
  return declineAsFamily(deps, context, say);
};
const stop = async (scene: Scene, link: string) => {
  const { deps, context } = asFamily(scene, link);
  return stopContact(deps, context, say);
};
const data = async (scene: Scene, type: string) => (await scene.items(type)).map((item) => item.data);
const bodies = async (scene: Scene) => (await data(scene, 'outbox')).map(({ body }) => body);

describe('a family says yes', () => {
  test('with what would suit it, and each of its students stands so', async () => {
    const { scene, link } = await invited();
    const wishes = { times: ['3-evening', '3-afternoon'], type: 'neutral', place: 'City library' } as const;
    expect(await sayYes(scene, link, { ...wishes, interpreter: 'so', note: 'After Ramadan' })).toEqual({
      said: 'accepted',
    });
    expect((await page(scene, link)).wishes).toMatchObject({
      times: [{ weekday: 3, from: '12:00', until: '20:00' }],
      type: 'neutral',
      place: 'City library',
      interpreter: 'so',
      note: 'After Ramadan',
    });
    expect(await data(scene, 'invitation')).toMatchObject([
      { status: 'accepted', answeredBy: 'family', askedByFamily: false },
    ]);
    expect((await data(scene, 'studentYear')).map(({ invitation }) => invitation)).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  test('and twice is once: the second time only changes what would suit it', async () => {
    const { scene, link } = await invited();
    await sayYes(scene, link);
    expect(await sayYes(scene, link, { note: 'Rather in spring' })).toEqual({ said: 'wishes' });
    expect((await data(scene, 'invitation'))[0]).toMatchObject({ status: 'accepted', answeredAt: before });
  });

  test('before anybody asked: it came forward by itself', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await sayYes(scene, link);
    expect((await data(scene, 'invitation'))[0]).toMatchObject({ askedByFamily: true, invitedBy: null });
    expect((await data(scene, 'studentYear')).every(({ askedByFamily }) => askedByFamily)).toBe(true);
  });

  test('and a home address in the field for a place is not kept', async () => {
    const { scene, link } = await invited();
    await sayYes(scene, link, { type: 'home', place: '12 Elm Road' });
    expect(JSON.stringify(await scene.items())).not.toContain('Elm Road');
  });

  test('I9: but not at the school', async () => {
    const { scene, link } = await invited();
    const wishes = { type: 'neutral', place: 'In the school cafeteria' } as const;
    await expect(sayYes(scene, link, wishes)).rejects.toMatchObject({ reason: 'visit.school_grounds' });
    const work = systemTable(engine.client, scene.tableName, before).begin('school.added', idOf('sch', 3));
    work.create(school, { schoolId: idOf('sch', 3), name: 'Willow High School', rosterId: null });
    await work.commit(null);
    const byName = { type: 'neutral', place: 'Willow High, front hall' } as const;
    await expect(sayYes(scene, link, byName)).rejects.toMatchObject({ reason: 'visit.school_grounds' });
  });
});

describe('a family that nobody asked for its language', () => {
  const inSpanish = async (language: string | null) => {
    const { scene, link } = await invited();
    const table = systemTable(engine.client, scene.tableName, before);
    const [home] = readAll(family, await table.queryAll({ pk: keys.family(districtA, household.familyId) }));
    if (home === undefined) throw new Error('the scene has a household');
    const work = table.begin('family.changed', household.familyId);
    work.update(family, home, { ...home, language });
    await work.commit(null);
    const { deps, context } = asFamily(scene, link);
    await acceptAsFamily(deps, context, {
      params: { link },
      query: { lang: 'es' },
      body: { ...openWishes, times: [] },
    });
    return (await data(scene, 'family'))[0];
  };

  test('is written to in the one it chose on its page', async () => {
    expect(await inSpanish(null)).toMatchObject({ language: 'es' });
  });

  test('but what staff know of its language stands', async () => {
    expect(await inSpanish('so')).toMatchObject({ language: 'so' });
  });
});

describe('a family says no', () => {
  test('without a reason, and its wishes are forgotten', async () => {
    const { scene, link } = await invited();
    await sayYes(scene, link, { note: 'Mondays' });
    expect(await decline(scene, link)).toEqual({ said: 'declined' });
    expect(await page(scene, link)).toMatchObject({ status: 'declined', wishes: null });
    expect(await decline(scene, link)).toEqual({ said: 'declined' });
  });

  test('to staff, who write it down: what it wished for is nowhere any more', async () => {
    const { scene, link } = await invited();
    await sayYes(scene, link, { note: 'Mondays after the shift' });
    const { deps, context } = scene.as(people.lead, before, 'key-of-the-no');
    const rev = Number((await scene.items('invitation'))[0]?.rev);
    const params = { familyId: household.familyId };
    await recordAnswer(deps, context, { params, query: undefined, body: { answer: 'declined', rev } });
    expect(JSON.stringify(await scene.items())).not.toContain('Mondays');
  });

  test('and reopens later by itself, which puts it first', async () => {
    const { scene, link } = await invited();
    await decline(scene, link);
    await sayYes(scene, link);
    expect((await data(scene, 'invitation'))[0]).toMatchObject({ status: 'accepted', askedByFamily: true });
  });

  test('and what is planned is cancelled in the same step, all of it, and the teams are told', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await accept(scene);
    const [uma, vic] = household.students;
    const first = await schedule(scene, { studentIds: [uma] });
    const second = await propose(scene, { studentIds: [vic], time: '18:00' });
    await decline(scene, link);
    const visits = await data(scene, 'visit');
    const byFamily = { side: 'family', reason: 'not_asked', by: 'family' };
    expect(visits.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    for (const { ended } of visits) expect(ended).toMatchObject(byFamily);
    expect((await data(scene, 'studentYear')).map((one) => one['visits'])).toEqual([[], []]);
    expect((await data(scene, 'dayBook')).flatMap(({ appointments }) => appointments)).toEqual([]);
    for (const { visitId } of [first, second])
      expect(await bodies(scene)).toContainEqual(
        expect.objectContaining({ kind: 'visit_cancelled', personId: people.partner.personId, visitId }),
      );
  });

  test('the same form sent twice is one decline', async () => {
    const { scene, link } = await invited();
    await Promise.all(
      [decline(scene, link, 'one-form'), decline(scene, link, 'one-form')].map((one) =>
        one.catch(() => null),
      ),
    );
    const events = (await data(scene, 'audit')).map(({ event }) => event);
    expect(events.filter((event) => event === 'family.declined')).toHaveLength(1);
  });
});

describe('a family asks not to be contacted', () => {
  test('which stops everything: nobody can invite it, and it says so on each student', async () => {
    const { scene, link } = await invited();
    await stop(scene, link);
    expect(await page(scene, link)).toMatchObject({ doNotContact: true, status: 'declined' });
    expect((await data(scene, 'studentYear')).every(({ doNotContact }) => doNotContact)).toBe(true);
    await expect(sayYes(scene, link)).rejects.toMatchObject({ reason: 'family.do_not_contact' });
  });

  test('and takes it back, after which it may say yes again', async () => {
    const { scene, link } = await invited();
    await stop(scene, link);
    const { deps, context } = asFamily(scene, link);
    await allowContact(deps, context, say);
    expect(await page(scene, link)).toMatchObject({ doNotContact: false, status: 'declined' });
    expect(await sayYes(scene, link)).toEqual({ said: 'accepted' });
  });
});
