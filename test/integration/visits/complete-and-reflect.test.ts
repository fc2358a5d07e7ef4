import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { certificate, person } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { idOf, openScene, people } from '#test/support/school-scene.ts';
import { accept, after, complete, schedule, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
const none = { query: undefined, body: undefined };

describe('logging a visit', () => {
  test('is one transaction: what is owed, claims and reminders come with it', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const { deps, context } = scene.as(people.lead, after);
    const done = await completeVisit(deps, context, {
      params: { visitId: visit.visitId },
      query: undefined,
      body: {
        present: visit.team.map(({ personId }) => personId),
        actualMinutes: 35,
        rev: visit.rev,
      },
    });
    expect(deps.table.meter.roundTrips).toBe(5);
    expect(done).toMatchObject({ status: 'completed', actualMinutes: 35, completedAt: after, rev: 3 });
    expect(done.reflections.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2026-10-08', 'owed'],
      ['2026-10-08', 'owed'],
    ]);
    const rules = (await scene.items('reminder')).map(({ data }) => data['rule']);
    expect(new Set(rules)).toEqual(new Set(['reflection_due', 'claim_due', 'second_visit']));
    expect(
      (await scene.items('audit')).filter(({ data }) => data['event'] === 'visit.completed'),
    ).toHaveLength(1);
  });

  test('I22: twice with one key or with two, there is one claim for each', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await complete(scene, visit, after, 'offline-1');
    await expect(complete(scene, visit, after, 'offline-1')).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    await expect(complete(scene, visit, after, 'offline-2')).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await scene.items('claim')).toHaveLength(2);
    expect(await scene.items('reflection')).toHaveLength(2);
  });

  test('by both partners at once is done once', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const both = await Promise.allSettled([complete(scene, visit), complete(scene, visit)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await scene.items('claim')).toHaveLength(2);
  });

  test('I8: waits for its start', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await expect(complete(scene, visit, '2026-10-01T21:29:00.000Z')).rejects.toMatchObject({
      reason: 'visit.not_started',
    });
  });

  test('I7, I31: finds the certificate of the visit’s day after a renewal', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const table = systemTable(engine.client, scene.tableName, after);
    const key = { pk: keys.person(districtA, people.partner.personId), sk: 'PROFILE' };
    const held = await table.get(person, key);
    const renewed = { issuedOn: '2026-10-05', expiresOn: '2028-10-05' };
    const renewal = table.begin('person.certified', people.partner.personId);
    if (held !== undefined) renewal.update(person, held, { ...held, certificate: renewed });
    await renewal.commit(null);
    const late = '2026-10-06T15:00:00.000Z';
    await expect(complete(scene, visit, late)).rejects.toMatchObject({ reason: 'visit.team_not_certified' });

    const history = table.begin('person.certified', people.partner.personId);
    history.create(certificate, {
      personId: people.partner.personId,
      trainingId: idOf('trn', 1),
      issuedOn: '2024-10-05',
      expiresOn: '2026-10-05',
    });
    await history.commit(null);
    await expect(complete(scene, visit, late)).resolves.toMatchObject({ status: 'completed' });
  });

  test('leaves out who did not come', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene, { partnerIds: [people.partner.personId, people.third.personId] });
    const { deps, context } = scene.as(people.lead, after);
    const done = await completeVisit(deps, context, {
      params: { visitId: visit.visitId },
      query: undefined,
      body: {
        present: [people.lead.personId, people.third.personId],
        actualMinutes: 30,
        rev: visit.rev,
      },
    });
    expect(done.team.map(({ personId }) => personId)).toEqual([people.lead.personId, people.third.personId]);
    const members = (await scene.items('visitMember')).map(({ data }) => data['personId']);
    expect(members).not.toContain(people.partner.personId);
  });

  test('I14: three people and six students still fit into one transaction', async () => {
    const scene = await openScene(engine);
    const students = await scene.addSiblings(4);
    await accept(scene);
    const visit = await schedule(scene, {
      studentIds: students,
      partnerIds: [people.partner.personId, people.third.personId],
    });
    const done = await complete(scene, visit);
    expect(done.students).toHaveLength(6);
    expect(done.reflections).toHaveLength(18);
  });

  test('shows each reader the own claim, and the coordinator all of them', async () => {
    const scene = await openScene(engine);
    const { visitId, claims } = await visited(scene);
    expect(claims.map(({ personId }) => personId)).toEqual([people.lead.personId]);
    const claimsFor = async (who: Who) => {
      const { deps, context } = scene.as(who, after);
      return (await getVisit(deps, context, { ...none, params: { visitId } })).claims.length;
    };
    expect(await claimsFor(people.partner)).toBe(1);
    expect(await claimsFor(people.coordinator)).toBe(2);
  });
});
