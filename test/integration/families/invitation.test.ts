import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const params = { familyId: household.familyId };
const request = { params, query: undefined };
type Who = (typeof people)[keyof typeof people];

function inviteAs(scene: Scene, who: Who, rev = 0, now = before) {
  const { deps, context } = scene.as(who, now);
  return inviteFamily(deps, context, { ...request, body: { how: 'phone', rev } });
}
function answerAs(scene: Scene, who: Who, answer: 'accepted' | 'declined', rev: number) {
  const { deps, context } = scene.as(who, before);
  return recordAnswer(deps, context, { ...request, body: { answer, rev } });
}
const standings = async (scene: Scene) =>
  (await scene.items('studentYear')).map(({ data }) => data['invitation']);

describe('inviting a family', () => {
  test('is recorded with who asked and how, and stands with each student', async () => {
    const scene = await openScene(engine);
    const invited = await inviteAs(scene, people.lead);
    expect(invited).toMatchObject({
      status: 'invited',
      how: 'phone',
      invitedBy: people.lead.personId,
      rev: 1,
    });
    expect(await standings(scene)).toEqual(['invited', 'invited']);
    expect((await scene.items('audit')).map(({ data }) => data['event'])).toContain('family.invited');
  });

  test('may carry the answer, when the family gave it at once', async () => {
    const scene = await openScene(engine);
    const { deps, context } = scene.as(people.lead, before);
    const said = { how: 'phone' as const, rev: 0, answer: 'accepted' as const };
    const answered = await inviteFamily(deps, context, { ...request, body: said });
    expect(answered).toMatchObject({
      status: 'accepted',
      how: 'phone',
      invitedAt: before,
      answeredAt: before,
    });
    expect(await standings(scene)).toEqual(['accepted', 'accepted']);
  });

  test('is for people of the family’s school; to others the family does not exist', async () => {
    const scene = await openScene(engine);
    await expect(inviteAs(scene, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(inviteAs(scene, people.coordinator)).resolves.toMatchObject({ status: 'invited' });
  });

  test('is for educators of its school: reading every family as administrator invites none', async () => {
    const scene = await openScene(engine);
    const roles = ['educator', 'district_admin'];
    const both = { ...people.stranger, roles } as unknown as Who;
    await expect(inviteAs(scene, both)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const invited = await inviteAs(scene, people.lead);
    await expect(answerAs(scene, both, 'accepted', invited.rev)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('needs a school year that holds today', async () => {
    const scene = await openScene(engine);
    await expect(inviteAs(scene, people.lead, 0, '2026-05-01T15:00:00.000Z')).rejects.toMatchObject({
      reason: 'year.none',
    });
  });

  test('of two who invite at once one is told, and a page that is out of date as well', async () => {
    const scene = await openScene(engine);
    const both = await Promise.allSettled([inviteAs(scene, people.lead), inviteAs(scene, people.partner)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(inviteAs(scene, people.lead, 0)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
});

describe('what the family answers', () => {
  test('I12: a decline is final for the year, until the family itself reopens', async () => {
    const scene = await openScene(engine);
    const invited = await inviteAs(scene, people.lead);
    const declined = await answerAs(scene, people.lead, 'declined', invited.rev);
    expect(await standings(scene)).toEqual(['declined', 'declined']);
    await expect(inviteAs(scene, people.lead, declined.rev)).rejects.toMatchObject({
      reason: 'family.declined',
    });
    await expect(schedule(scene)).rejects.toMatchObject({ reason: 'family.declined' });
    const reopened = await answerAs(scene, people.lead, 'accepted', declined.rev);
    expect(reopened.status).toBe('accepted');
    await expect(schedule(scene)).resolves.toMatchObject({ status: 'scheduled' });
  });

  test('follows an invitation', async () => {
    const scene = await openScene(engine);
    await expect(answerAs(scene, people.lead, 'accepted', 1)).rejects.toMatchObject({
      reason: 'family.not_invited',
    });
  });

  test('is no decline while a visit is scheduled', async () => {
    const scene = await openScene(engine);
    const accepted = await accept(scene);
    await schedule(scene);
    await expect(answerAs(scene, people.lead, 'declined', accepted.rev)).rejects.toMatchObject({
      reason: 'family.visit_scheduled',
    });
  });

  test('and a visit scheduled at the same moment: one of the two is told', async () => {
    const scene = await openScene(engine);
    const accepted = await accept(scene);
    const both = await Promise.allSettled([
      answerAs(scene, people.partner, 'declined', accepted.rev),
      schedule(scene),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
