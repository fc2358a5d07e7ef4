import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { getMyReflection } from '#functions/app/visits/get-my-reflection.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { writeReflection } from '#functions/app/visits/write-reflection.ts';
import { certificate, person } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, policyWith, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, complete, reflect, schedule, visited } from '#test/support/visit-steps.ts';

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

describe('a reflection', () => {
  const read = (scene: Scene, who: Who, visitId: string) => {
    const { deps, context } = scene.as(who, after);
    const studentId = household.students[0];
    return getMyReflection(deps, context, { ...none, params: { visitId, studentId } });
  };
  const words = { hopes: 'Hopes to build bridges one day', apply: 'Bring bridge models into maths' };

  test('I19: is done once written, and an edit keeps what was there', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const first = await reflect(scene, people.lead, visit, after, words);
    expect(first).toMatchObject({ reflection: { status: 'done', version: 1 }, words });
    const edited = { ...words, apply: 'Visit the bridge with the class' };
    await reflect(scene, people.lead, { ...visit, reflections: [first.reflection] }, after, edited);
    expect((await read(scene, people.lead, visit.visitId)).words).toEqual(edited);
    const versions = (await scene.items('reflectionWords')).map(({ data }) => data['words']);
    expect(versions).toEqual([words, edited]);
  });

  test('I20: its words lie in their own row and nowhere else; its partner cannot ask for them', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { deps, context } = scene.as(people.lead, after, 'reflecting-1');
    const own = visit.reflections.find(({ personId }) => personId === people.lead.personId);
    await writeReflection(deps, context, {
      query: undefined,
      params: { visitId: visit.visitId, studentId: household.students[0] },
      body: { words, rev: own?.rev ?? 0 },
    });
    const holding = (await scene.items()).filter((item) => JSON.stringify(item).includes('bridge'));
    expect(holding.map(({ et }) => et)).toEqual(['reflectionWords']);
    expect((await read(scene, people.partner, visit.visitId)).words).toBeNull();
    await expect(read(scene, people.coordinator, visit.visitId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('settles its own reminders and nobody else’s', async () => {
    const scene = await openScene(engine);
    await reflect(scene, people.lead, await visited(scene));
    const reminders = (await scene.items('reminder')).filter(({ data }) => data['rule'] === 'reflection_due');
    const statuses = (who: Who) =>
      new Set(
        reminders.filter(({ data }) => data['personId'] === who.personId).map(({ data }) => data['status']),
      );
    expect(statuses(people.lead)).toEqual(new Set(['settled']));
    expect(statuses(people.partner)).toEqual(new Set(['planned']));
    // A settled reminder is out of the index the sweep reads.
    expect(reminders.filter((item) => item.gsi3pk !== undefined)).toHaveLength(2);
  });

  test('of a page that is out of date is not overwritten', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit);
    await expect(reflect(scene, people.lead, visit)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  test('I19: is due by the district’s own number of business days', async () => {
    const scene = await openScene(engine, policyWith(undefined, { reflectionDueBusinessDays: 1 }));
    const visit = await visited(scene);
    expect(visit.reflections[0]?.dueOn).toBe('2026-10-02');
  });
});
