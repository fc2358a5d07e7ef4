import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePolicy } from '#functions/app/account/change-policy.ts';
import { listMyClaims } from '#functions/app/pay/list-my-claims.ts';
import { returnClaim } from '#functions/app/pay/return-claim.ts';
import type { PayRule } from '#shared/domain/policy/model.ts';
import { policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { approve, approvedAt, submit, submittedAt } from '#test/support/pay-steps.ts';
import { openNextYear, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { reflect, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
const sendBack = (scene: Scene, who: Who, claim: { visitId: string; personId: string; rev: number }) => {
  const { visitId, personId, rev } = claim;
  const { deps, context } = scene.as(who, approvedAt);
  const body = { rev, reason: 'Which family was this?' };
  return returnClaim(deps, context, { params: { visitId, personId }, query: undefined, body });
};

describe('the three ways of the demo districts to pay', () => {
  const cases: [string, PayRule, { status: string; cents: number; hundredthsOfHour: number }][] = [
    [
      '$20 for each visit',
      { kind: 'flat', cents: 2_000, per: 'event' },
      { status: 'open', cents: 2_000, hundredthsOfHour: 0 },
    ],
    [
      'one hour at $28.49 whatever the length',
      { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
      { status: 'open', cents: 2_849, hundredthsOfHour: 100 },
    ],
    ['nothing', { kind: 'unpaid' }, { status: 'unpaid', cents: 0, hundredthsOfHour: 0 }],
  ];
  test.each(cases)('I21: %s', async (_, pay, expected) => {
    const scene = await openScene(engine, policyWith(pay));
    const { claims } = await visited(scene);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject(expected);
  });

  test('in an unpaid district there is nothing to send in', async () => {
    const scene = await openScene(engine, policyWith({ kind: 'unpaid' }));
    const { visitId } = await visited(scene);
    await expect(submit(scene, people.lead, visitId)).rejects.toMatchObject({ reason: 'claim.unpaid' });
  });
});

describe('a claim', () => {
  test('is sent in by its owner, approved by the coordinator, and seen by its owner as such', async () => {
    const scene = await openScene(engine);
    const { visitId } = await visited(scene);
    const submitted = await submit(scene, people.lead, visitId);
    expect(submitted).toMatchObject({ status: 'submitted', submittedAt, rev: 2 });
    const approved = await approve(scene, people.coordinator, submitted);
    expect(approved).toMatchObject({ status: 'approved', approvedBy: people.coordinator.personId });
    const { deps, context } = scene.as(people.lead, approvedAt);
    const query = { limit: 50 };
    const mine = await listMyClaims(deps, context, { params: undefined, query, body: undefined });
    expect(mine.items.map(({ status }) => status)).toEqual(['approved']);
  });

  test('stays on one’s list in the first months of the next year, while its pay may be on its way', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await openNextYear(scene);
    const seen = async (now: string) => {
      const { deps, context } = scene.as(people.lead, now);
      const query = { limit: 50 };
      const { items } = await listMyClaims(deps, context, { params: undefined, query, body: undefined });
      return items.map(({ visitDate }) => visitDate);
    };
    expect(await seen('2027-07-02T15:00:00.000Z')).toEqual(['2026-10-01']);
    expect(await seen('2027-11-02T15:00:00.000Z')).toEqual([]);
  });

  test('I23: waits for the reflection where the policy says so', async () => {
    const scene = await openScene(engine, policyWith(undefined, { reflectionBeforePay: true }));
    const visit = await visited(scene);
    await expect(submit(scene, people.lead, visit.visitId)).rejects.toMatchObject({
      reason: 'claim.reflection_missing',
    });
    await reflect(scene, people.lead, visit);
    await expect(submit(scene, people.lead, visit.visitId)).resolves.toMatchObject({ status: 'submitted' });
  });

  test('I23: is not paid to one of the team who was not certified, and not after its day', async () => {
    const scene = await openScene(engine, policyWith(undefined, { minCertified: 1 }));
    const { visitId } = await visited(scene, { partnerIds: [people.novice.personId] });
    await expect(submit(scene, people.novice, visitId)).rejects.toMatchObject({
      reason: 'claim.not_certified',
    });
    await expect(submit(scene, people.lead, visitId, 1, '2026-10-16T15:00:00.000Z')).rejects.toMatchObject({
      reason: 'claim.late',
    });
  });

  test('I24: is never decided by its owner, though a coordinator', async () => {
    const scene = await openScene(engine);
    const { visitId } = await visited(scene, {
      partnerIds: [people.partner.personId, people.third.personId],
    });
    const submitted = await submit(scene, people.lead, visitId);
    const leadWhoCoordinates = { ...people.lead, roles: ['educator', 'coordinator'] } as unknown as Who;
    await expect(approve(scene, leadWhoCoordinates, submitted)).rejects.toMatchObject({
      reason: 'claim.own',
    });
    await expect(sendBack(scene, leadWhoCoordinates, submitted)).rejects.toMatchObject({
      reason: 'claim.own',
    });
  });

  test('does not exist for the coordinator of another school', async () => {
    const scene = await openScene(engine);
    const submitted = await submit(scene, people.lead, (await visited(scene)).visitId);
    await expect(approve(scene, people.elmCoordinator, submitted)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    // Who is payroll clerk as well sees every claim, and still decides on the own school's only.
    const clerk = { ...people.elmCoordinator, roles: ['coordinator', 'payroll'] } as unknown as Who;
    for (const decide of [approve, sendBack])
      await expect(decide(scene, clerk, submitted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(approve(scene, people.admin, submitted)).resolves.toMatchObject({ status: 'approved' });
  });

  test('of two approvers at once one is told', async () => {
    const scene = await openScene(engine);
    const submitted = await submit(scene, people.lead, (await visited(scene)).visitId);
    const both = await Promise.allSettled([
      approve(scene, people.coordinator, submitted),
      approve(scene, people.admin, submitted),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('settles its reminders when sent in, and has new ones when sent back', async () => {
    const scene = await openScene(engine);
    const { visitId } = await visited(scene);
    const reminders = async () =>
      (await scene.items('reminder'))
        .map(({ data }) => data)
        .filter((one) => one['rule'] === 'claim_due' && one['personId'] === people.lead.personId)
        .map((one) => [one['occurrence'], one['status']]);
    const submitted = await submit(scene, people.lead, visitId);
    expect(await reminders()).toEqual([
      [1, 'settled'],
      [2, 'settled'],
    ]);
    const returned = await sendBack(scene, people.coordinator, submitted);
    expect(returned).toMatchObject({ status: 'open', returnedBecause: 'Which family was this?' });
    expect(await reminders()).toEqual([
      [1, 'settled'],
      [2, 'settled'],
      [3, 'planned'],
      [4, 'planned'],
    ]);
  });

  test('I29: keeps its amount when the district changes the rate', async () => {
    const scene = await openScene(engine);
    const { visitId } = await visited(scene);
    const { deps, context } = scene.as(people.admin, submittedAt);
    const settings = policyWith({ kind: 'flat', cents: 5_000, per: 'event' });
    await changePolicy(deps, context, {
      params: undefined,
      query: undefined,
      body: { from: '2026-10-05', settings, rev: null },
    });
    const submitted = await submit(scene, people.lead, visitId);
    expect(submitted).toMatchObject({ cents: 2_000, rule: { cents: 2_000 } });
    const other = await scene.addHousehold(2);
    const later = await visited(scene, {
      familyId: other.familyId,
      studentIds: other.students,
      date: '2026-10-01',
      time: '14:00',
    });
    // The visit's own day decides, not the day of logging.
    expect(later.claims[0]?.cents).toBe(2_000);
  });
});
