import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#functions/adapters/secrets.ts';
import { listFamilyLinks, revokeFamilyLinks } from '#functions/app/families/family-links.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { allowContact, declineAsFamily, stopContact } from '#functions/app/pages/decline-as-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { school } from '#functions/data/entities/roster.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf, sayYes } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, propose, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const request = { params: { link: '' }, query: {}, body: undefined };
const say = { ...request, body: {} };

async function invited() {
  const scene = await openScene(engine);
  const { deps, context } = scene.as(people.lead, before);
  const params = { familyId: household.familyId };
  await inviteFamily(deps, context, { params, query: undefined, body: { how: 'letter', rev: 0 } });
  return { scene, link: await linkOf(scene) };
}
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
/** Somebody of the school notes that this guardian may not be reached. */
async function leaveAlone(scene: Scene, guardianId: string): Promise<void> {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const key = { pk: keys.family(districtA, household.familyId), sk: keys.guardian(guardianId) };
  const found = await table.get(guardian, key);
  if (found === undefined) throw new Error(`nobody is ${guardianId}`);
  const work = table.begin('guardian.changed', household.familyId);
  work.update(guardian, found, { ...found, noContact: true });
  await work.commit(null);
}
const data = async (scene: Scene, type: string) => (await scene.items(type)).map((item) => item.data);
const bodies = async (scene: Scene) => (await data(scene, 'outbox')).map(({ body }) => body);

describe('a family opens its page', () => {
  test('and reads who asks, without anything about another family or adult', async () => {
    const { scene, link } = await invited();
    const view = await page(scene, link);
    expect(view).toMatchObject({
      status: 'invited',
      invitedBy: people.lead.name,
      children: ['Uma', 'Vic'],
      schools: ['Oak Street School'],
      ahead: [],
      past: [],
      kept: { adult: null, otherAdults: 1 },
    });
    expect(JSON.stringify(view)).not.toContain('Gia Guardian');
  });

  test('and opening it changes nothing', async () => {
    const { scene, link } = await invited();
    const then = await scene.items();
    await page(scene, link);
    expect(await scene.items()).toEqual(then);
  });

  test('only with the right secret, while the year lasts, and until the link is revoked', async () => {
    const { scene, link } = await invited();
    const wrong = link.replace(/a{22}$/, 'b'.repeat(22));
    await expect(page(scene, wrong)).rejects.toMatchObject({ code: 'NOT_FOUND', reason: 'link_ended' });
    const ofNoDistrict = link.replace(districtA, `${districtA.slice(0, -1)}9`);
    await expect(page(scene, ofNoDistrict)).rejects.toMatchObject({ reason: 'link_ended' });
    // The year closes on 30 June in Chicago; the link ends at noon UTC of the next day.
    await expect(page(scene, link, '2027-07-01T11:59:00.000Z')).resolves.toMatchObject({ year: '2026-27' });
    await expect(page(scene, link, '2027-08-01T15:00:00.000Z')).rejects.toMatchObject({
      reason: 'link_ended',
    });
  });

  test('and staff of its school end every link at once, without ever seeing one', async () => {
    const { scene, link } = await invited();
    const { deps, context } = scene.as(people.coordinator, before);
    const of = { params: { familyId: household.familyId }, query: undefined, body: undefined };
    const listed = await listFamilyLinks(deps, context, of);
    expect(listed.items).toMatchObject([{ via: 'letter', guardian: null, holds: true }]);
    expect(JSON.stringify(listed)).not.toContain('hash');
    const stranger = scene.as(people.stranger, before);
    await expect(revokeFamilyLinks(stranger.deps, stranger.context, of)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const revoked = await revokeFamilyLinks(deps, context, of);
    expect(revoked.items).toMatchObject([{ holds: false, revokedAt: before }]);
    await expect(page(scene, link)).rejects.toMatchObject({ reason: 'link_ended' });
  });

  test('also when more links were given out than one transaction holds', async () => {
    const { scene } = await invited();
    const { deps, context } = scene.as(people.coordinator, before, 'key-of-all');
    for (let number = 0; number < 120; number += 1)
      await makeFamilyLetter({ ...deps, newSecret }, context, {
        params: { familyId: household.familyId },
        query: undefined,
        body: undefined,
      });
    const of = { params: { familyId: household.familyId }, query: undefined, body: undefined };
    const { items } = await revokeFamilyLinks(deps, context, of);
    expect(items).toHaveLength(121);
    expect(items.filter(({ holds }) => holds)).toEqual([]);
    expect((await data(scene, 'familyLink')).filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  });

  test('but not by the link of a guardian who may not be reached any more', async () => {
    const scene = await openScene(engine);
    const [gia] = await scene.items('guardian');
    const guardianId = String(gia?.data['guardianId']);
    const link = await linkOf(scene, { guardianId });
    expect((await page(scene, link)).kept.adult).toMatchObject({ name: 'Gia Guardian' });
    await leaveAlone(scene, guardianId);
    await expect(page(scene, link)).rejects.toMatchObject({ reason: 'link_ended' });
  });
});

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
