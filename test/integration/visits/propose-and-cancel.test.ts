import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { proposeVisit } from '#functions/app/visits/propose-visit.ts';
import { policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, complete, plan, propose, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
const open = (scene: Scene, who: Who, visitId: string) => {
  const { deps, context } = scene.as(who, before);
  return getVisit(deps, context, { params: { visitId }, query: undefined, body: undefined });
};
const cancel = (
  scene: Scene,
  who: Who,
  { visitId, rev }: { visitId: string; rev: number },
  outcome: 'cancelled' | 'no_show' = 'cancelled',
  now = before,
) => {
  const { deps, context } = scene.as(who, now);
  return cancelVisit(deps, context, {
    params: { visitId },
    query: undefined,
    body: { outcome, side: 'family', reason: 'other', rev },
  });
};
const mails = async (scene: Scene) =>
  (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; personId: string })
    .filter(({ kind }) => kind.startsWith('visit_'));

describe('scheduling a visit', () => {
  test('is refused with a family that said yes and then asked not to be contacted', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const { deps, context } = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    await changeFamily(deps, context, { params, query: undefined, body: { doNotContact: true, rev: 1 } });
    await expect(propose(scene)).rejects.toMatchObject({ reason: 'family.do_not_contact' });
    expect(await scene.items('visit')).toEqual([]);
  });

  test('writes the visit, a line for each member, the student’s standing and a calendar mail for each', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    expect(visit).toMatchObject({
      status: 'scheduled',
      startsAt: '2026-10-01T21:30:00.000Z',
      students: [{ studentId: household.students[0], number: 1 }],
      rev: 2,
    });
    expect(await scene.items('visitMember')).toHaveLength(2);
    const standing = (await scene.items('studentYear')).map(({ data }) => data['visits']);
    expect(standing).toContainEqual([{ visitId: visit.visitId, status: 'scheduled', on: '2026-10-01' }]);
    expect((await mails(scene)).map(({ kind, personId }) => [kind, personId]).sort()).toEqual([
      ['visit_proposed', people.partner.personId],
      ['visit_scheduled', people.lead.personId],
      ['visit_scheduled', people.partner.personId],
    ]);
  });

  test('is one transaction after what it reads, and a repeat of the request makes no second visit', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const first = await propose(scene, {}, before, 'tapped-twice');
    await expect(propose(scene, {}, before, 'tapped-twice')).rejects.toMatchObject({
      reason: 'visit.already_scheduled',
    });
    expect((await scene.items('visit')).map(({ data }) => data['visitId'])).toEqual([first.visitId]);
    const { deps, context } = scene.as(people.lead, before);
    const other = await scene.addHousehold(2);
    await accept(scene, other.familyId);
    const body = { ...plan, familyId: other.familyId, studentIds: other.students };
    await proposeVisit(deps, context, {
      params: undefined,
      query: undefined,
      body: { ...body, date: '2026-10-02' },
    });
    expect(deps.table.meter.roundTrips).toBe(5);
  });

  test('that is refused leaves nothing behind', async () => {
    const scene = await openScene(engine);
    const count = (await scene.items()).length;
    await expect(schedule(scene)).rejects.toMatchObject({ reason: 'visit.family_not_accepted' });
    expect(await scene.items()).toHaveLength(count);
  });

  test('I7: asks for a certified partner of the same school', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const withPartner = (partner: Who) => schedule(scene, { partnerIds: [partner.personId] });
    await expect(withPartner(people.novice)).rejects.toMatchObject({ reason: 'visit.team_not_certified' });
    await expect(withPartner(people.stranger)).rejects.toMatchObject({ reason: 'visit.partner_elsewhere' });
    await expect(schedule(scene, { partnerIds: [idOf('per', 99)] })).rejects.toMatchObject({
      reason: 'visit.partner_elsewhere',
    });
  });

  test('I10: of two who schedule the first visit of one student at once, one is told', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const as = (who: Who, partner: Who) => {
      const { deps, context } = scene.as(who, before);
      const body = { ...plan, partnerIds: [partner.personId] };
      return proposeVisit(deps, context, { params: undefined, query: undefined, body });
    };
    const both = await Promise.allSettled([as(people.lead, people.third), as(people.partner, people.third)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await scene.items('visit')).toHaveLength(1);
  });

  test('is for people of the family’s school', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const { deps, context } = scene.as(people.stranger, before);
    await expect(
      proposeVisit(deps, context, { params: undefined, query: undefined, body: plan }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('I9: knows the kinds of visit the district offers', async () => {
    const scene = await openScene(engine, policyWith(undefined, { visitTypes: ['neutral'] }));
    await accept(scene);
    await expect(schedule(scene)).rejects.toMatchObject({ reason: 'visit.type_not_allowed' });
    await expect(schedule(scene, { type: 'neutral', place: 'City library' })).resolves.toMatchObject({
      place: 'City library',
    });
  });
});

describe('a visit', () => {
  test('is seen by its team and the coordinator of its school, and by nobody else', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const { visitId } = await schedule(scene);
    for (const who of [people.lead, people.partner, people.coordinator])
      expect((await open(scene, who, visitId)).visitId).toBe(visitId);
    for (const who of [people.third, people.stranger, people.elmCoordinator])
      await expect(open(scene, who, visitId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(scene, people.lead, idOf('vis', 404))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('cancelling a visit', () => {
  test('tells the team’s calendars, frees the number and owes nobody anything (I16)', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const cancelled = await cancel(scene, people.partner, visit);
    expect(cancelled).toMatchObject({ status: 'cancelled', sequence: 2, reflections: [], claims: [] });
    expect((await mails(scene)).filter(({ kind }) => kind === 'visit_cancelled')).toHaveLength(2);
    expect(await scene.items('claim')).toHaveLength(0);
    await expect(schedule(scene)).resolves.toMatchObject({ students: [{ number: 1 }] });
  });

  test('once it is over writes to nobody, and while it lasts to all', async () => {
    // 16:30 to 17:10 in Chicago.
    for (const [now, count] of [
      ['2026-10-01T21:40:00.000Z', 3],
      ['2026-10-03T15:00:00.000Z', 0],
    ] as const) {
      const scene = await openScene(engine);
      await accept(scene);
      await cancel(scene, people.lead, await schedule(scene), 'cancelled', now);
      const told = (await scene.items('outbox')).filter(({ data }) =>
        JSON.stringify(data['body']).includes('visit_cancelled'),
      );
      expect(told, now).toHaveLength(count);
    }
  });

  test('as a no-show waits until the visit should have started, and sends no calendar mail', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await expect(cancel(scene, people.lead, visit, 'no_show')).rejects.toMatchObject({
      reason: 'visit.not_started',
    });
    await expect(cancel(scene, people.lead, visit, 'no_show', after)).resolves.toMatchObject({
      status: 'no_show',
    });
    expect((await mails(scene)).map(({ kind }) => kind)).not.toContain('visit_cancelled');
  });

  test('is refused once it took place, and to people outside', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await expect(cancel(scene, people.third, visit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const done = await complete(scene, visit);
    await expect(cancel(scene, people.lead, done)).rejects.toMatchObject({ reason: 'visit.not_scheduled' });
    await expect(cancel(scene, people.lead, visit)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });
});
