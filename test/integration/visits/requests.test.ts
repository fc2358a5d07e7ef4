import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import {
  accept,
  after,
  answerRequest,
  before,
  complete,
  plan,
  propose,
  schedule,
} from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Visit = Answer<'getVisit'>;
type Who = (typeof people)[keyof typeof people];
const none = { params: undefined, query: undefined, body: undefined };
const today = (scene: Scene, who: Who, now = before) => {
  const { deps, context } = scene.as(who, now);
  return getToday(deps, context, none);
};
const mails = async (scene: Scene) =>
  (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; personId: string })
    .filter(({ kind }) => kind.startsWith('visit_'))
    .map(({ kind, personId }) => `${kind} ${personId.slice(-1)}`)
    .sort();
const { ...samePlan } = plan;
const change = (scene: Scene, visit: Visit, next: Partial<typeof samePlan>, who: Who = people.lead) => {
  const { deps, context } = scene.as(who, before);
  return changeVisit(deps, context, {
    ...none,
    params: { visitId: visit.visitId },
    body: { ...samePlan, ...next, rev: visit.rev },
  });
};
const late = (scene: Scene, who: Who, body: Partial<Args<'recordLateVisit'>['body']> = {}) => {
  const { deps, context } = scene.as(who, after);
  const reason = 'The family asked us in when we brought a book';
  return recordLateVisit(deps, context, { ...none, body: { ...plan, reason, ...body } });
};

describe('a partner is asked', () => {
  test('and finds the request on the day’s page; the last yes schedules the visit and tells everybody', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const asked = await propose(scene);
    expect((await today(scene, people.partner)).requests.map(({ visitId }) => visitId)).toEqual([
      asked.visitId,
    ]);
    expect((await today(scene, people.lead)).waiting.map(({ visitId }) => visitId)).toEqual([asked.visitId]);
    const visit = await answerRequest(scene, people.partner.personId, 'yes', asked);
    expect(visit.status).toBe('scheduled');
    const mine = await today(scene, people.partner);
    expect([mine.requests.length, mine.upcoming.length]).toEqual([0, 1]);
    expect(await mails(scene)).toEqual(['visit_proposed 2', 'visit_scheduled 1', 'visit_scheduled 2']);
  });

  test('and says no: the lead hears of it, the hour is free, and somebody else is asked', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const declined = await answerRequest(scene, people.partner.personId, 'no', await propose(scene));
    expect(declined.status).toBe('proposed');
    await expect(change(scene, declined, { time: '18:00' }, people.partner)).rejects.toMatchObject({
      reason: 'visit.said_no',
    });
    expect(await mails(scene)).toContain('visit_declined 1');
    const changed = await change(scene, declined, { partnerIds: [people.third.personId] });
    expect((await today(scene, people.third)).requests).toHaveLength(1);
    expect(await answerRequest(scene, people.third.personId, 'yes', changed)).toMatchObject({
      status: 'scheduled',
    });
    const other = await scene.addHousehold(2);
    await accept(scene, other.familyId);
    const own = { ...other, studentIds: [other.students[0] ?? ''], partnerIds: [people.novice.personId] };
    await expect(propose(scene, own)).rejects.toMatchObject({ reason: 'visit.team_not_certified' });
  });

  test('CP1: nobody is put into a team who has not said yes to taking part', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await scene.takeNoPart(people.partner.personId);
    await expect(propose(scene)).rejects.toMatchObject({ reason: 'visit.member_not_taking_part' });
  });

  test('is answered by nobody else, not even by the coordinator', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const asked = await propose(scene);
    await expect(answerRequest(scene, people.coordinator.personId, 'yes', asked)).rejects.toMatchObject({
      reason: 'visit.not_asked',
    });
    await expect(complete(scene, asked)).rejects.toMatchObject({ reason: 'visit.still_proposed' });
  });
});

describe('two visits in one hour', () => {
  test('are refused for a person, and from two tabs at once one of them is told', async () => {
    const scene = await openScene(engine);
    const other = await scene.addHousehold(2);
    await accept(scene);
    await accept(scene, other.familyId);
    const second = { familyId: other.familyId, studentIds: [other.students[0] ?? ''], time: '17:00' };
    const both = await Promise.allSettled([propose(scene), propose(scene, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await scene.items('visit')).toHaveLength(1);
    const third = await scene.addHousehold(3);
    await accept(scene, third.familyId);
    const later = { familyId: third.familyId, studentIds: [third.students[0] ?? ''], time: '16:45' };
    await expect(propose(scene, later)).rejects.toMatchObject({
      reason: 'visit.person_busy',
      names: [people.lead.name, people.partner.name],
    });
    const alone = { ...later, partnerIds: [people.third.personId] };
    await expect(propose(scene, alone)).rejects.toMatchObject({ reason: 'visit.you_busy', names: [] });
    await expect(propose(scene, { ...later, date: '2026-10-02' })).resolves.toBeDefined();
  });

  test('are refused for a family whose children are invited by different people', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await schedule(scene);
    const { deps, context } = scene.as(people.third, before);
    const { proposeVisit } = await import('#functions/app/visits/propose-visit.ts');
    const body = { ...plan, studentIds: [household.students[1]], partnerIds: [people.coordinator.personId] };
    await expect(proposeVisit(deps, context, { ...none, body })).rejects.toMatchObject({
      reason: 'visit.family_busy',
    });
  });

  test('are free again once one of them was moved or cancelled', async () => {
    const scene = await openScene(engine);
    const other = await scene.addHousehold(2);
    await accept(scene);
    await accept(scene, other.familyId);
    const visit = await schedule(scene);
    const same = { familyId: other.familyId, studentIds: [other.students[0] ?? ''] };
    await expect(propose(scene, same)).rejects.toMatchObject({ reason: 'visit.person_busy' });
    await change(scene, visit, { time: '18:00' });
    await expect(propose(scene, same)).resolves.toMatchObject({ status: 'proposed' });
  });
});

test('a place that a family reads holds no word of duty (I15)', async () => {
  const scene = await openScene(engine);
  await accept(scene);
  const place = { type: 'neutral' as const, place: 'East Library, you must come' };
  await expect(propose(scene, place)).rejects.toMatchObject({ reason: 'words.duty' });
  await expect(late(scene, people.lead, place)).rejects.toMatchObject({ reason: 'words.duty' });
  const visit = await schedule(scene);
  await expect(change(scene, visit, place)).rejects.toMatchObject({ reason: 'words.duty' });
});

describe('another time', () => {
  test('asks everybody again, and calendars follow with a rising sequence', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const moved = await change(scene, visit, { date: '2026-10-08' }, people.partner);
    expect(moved).toMatchObject({ status: 'proposed', localDate: '2026-10-08' });
    expect(moved.sequence).toBeGreaterThan(visit.sequence);
    expect((await today(scene, people.lead)).requests).toHaveLength(1);
    const again = await answerRequest(scene, people.lead.personId, 'yes', moved);
    expect(again.status).toBe('scheduled');
    expect(again.sequence).toBeGreaterThan(moved.sequence);
  });

  test('is refused to a stale page', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await change(scene, visit, { time: '17:00' });
    await expect(change(scene, visit, { time: '18:00' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
  });
});
