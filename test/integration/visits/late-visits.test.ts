import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideLateVisit } from '#functions/app/visits/decide-late-visit.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { logLate } from '#functions/app/visits/log-late.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, plan, propose, schedule } from '#test/support/visit-steps.ts';

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
const late = (scene: Scene, who: Who, body: Partial<Args<'recordLateVisit'>['body']> = {}) => {
  const { deps, context } = scene.as(who, after);
  const reason = 'The family asked us in when we brought a book';
  return recordLateVisit(deps, context, { ...none, body: { ...plan, reason, ...body } });
};
const decide = (scene: Scene, who: Who, visit: Visit, decision: 'approved' | 'refused') => {
  const { deps, context } = scene.as(who, after);
  return decideLateVisit(deps, context, {
    ...none,
    params: { visitId: visit.visitId },
    body: { decision, rev: visit.rev },
  });
};

describe('I8: a visit that is written down late', () => {
  test('counts only once somebody outside the team approved it', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const entry = await late(scene, people.lead, { date: '2026-09-30' });
    expect(entry).toMatchObject({ status: 'awaiting_approval', claims: [], reflections: [] });
    const { lateEntries } = await today(scene, people.partner);
    expect(lateEntries.map(({ visitId }) => visitId)).toEqual([entry.visitId]);
    await expect(decide(scene, people.elmCoordinator, entry, 'approved')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const done = await decide(scene, people.coordinator, entry, 'approved');
    expect(done.status).toBe('completed');
    expect((await today(scene, people.partner)).lateEntries).toEqual([]);
    expect(await scene.items('reflection')).toHaveLength(2);
    expect(await scene.items('claim')).toHaveLength(2);
    await expect(decide(scene, people.coordinator, done, 'approved')).rejects.toMatchObject({
      reason: 'visit.not_waiting',
    });
  });

  test('is not approved by a coordinator who was part of it', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const partnerIds = [people.coordinator.personId];
    const entry = await late(scene, people.lead, { date: '2026-09-30', partnerIds });
    await expect(decide(scene, people.coordinator, entry, 'approved')).rejects.toMatchObject({
      reason: 'visit.late_own',
    });
    await expect(decide(scene, people.admin, entry, 'approved')).resolves.toMatchObject({
      status: 'completed',
    });
  });

  test('and not approved frees the number and the hour, and owes nobody anything', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const entry = await late(scene, people.lead, { date: '2026-09-30' });
    expect(await decide(scene, people.coordinator, entry, 'refused')).toMatchObject({ status: 'cancelled' });
    expect(await scene.items('claim')).toHaveLength(0);
    await expect(schedule(scene)).resolves.toMatchObject({ students: [{ number: 1 }] });
  });

  test.each([
    ['approved', 'It counts: visit on Wednesday, September 30 with the family of Uma'],
    ['refused', 'Not approved: visit on Wednesday, September 30 with the family of Uma'],
  ] as const)(
    'and %s brings each of the team one mail, without why it was late',
    async (decision, subject) => {
      const scene = await openScene(engine);
      await accept(scene);
      const mail = await openMail(scene);
      const entry = await late(scene, people.lead, { date: '2026-09-30' });
      await decide(scene, people.coordinator, entry, decision);
      for (const job of await mail.outbox()) await mail.run(job, after);
      const told = await mail.inbox();
      expect(told.map(({ to, mail: { subject: of } }) => `${to}: ${of}`).sort()).toEqual([
        `lead@maple.example: ${subject}`,
        `partner@maple.example: ${subject}`,
      ]);
      expect(told.map(({ raw }) => raw).join()).not.toContain('brought a book');
    },
  );

  test('may be a proposal to which the partner never answered', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const asked = await propose(scene);
    expect((await today(scene, people.lead, after)).passed).toHaveLength(1);
    const { deps, context } = scene.as(people.lead, after);
    const entry = await logLate(deps, context, {
      ...none,
      params: { visitId: asked.visitId },
      body: {
        present: asked.team.map(({ personId }) => personId),
        actualMinutes: 30,
        reason: 'Pat forgot to answer',
        rev: asked.rev,
      },
    });
    expect(entry.status).toBe('awaiting_approval');
    expect(await decide(scene, people.coordinator, entry, 'approved')).toMatchObject({
      status: 'completed',
      actualMinutes: 30,
    });
  });
});
