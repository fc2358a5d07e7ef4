import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMyReflection } from '#functions/app/reflections/get-my-reflection.ts';
import { listReflectionVersions } from '#functions/app/reflections/list-reflection-versions.ts';
import { takeOverReflection } from '#functions/app/reflections/take-over-reflection.ts';
import { writeReflection } from '#functions/app/reflections/write-reflection.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import type { Answer } from '#shared/contract/client.ts';
import type { ReflectionWords } from '#shared/domain/reflection/model.ts';
import { policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { after, reflect, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
type Visit = Answer<'getVisit'>;
const none = { query: undefined, body: undefined };
const studentId = household.students[0];
const words: ReflectionWords = {
  answers: [{ shift: 'understanding', text: 'They hope she builds bridges one day' }],
  apply: 'Bring bridge models into maths',
};
const read = (scene: Scene, who: Who, { visitId }: Visit) => {
  const { deps, context } = scene.as(who, after);
  return getMyReflection(deps, context, { ...none, params: { visitId, studentId } });
};
const visitNow = async (scene: Scene, { visitId }: Visit) => {
  const { deps, context } = scene.as(people.lead, after);
  return getVisit(deps, context, { ...none, params: { visitId } });
};
const takeOver = (scene: Scene, who: Who, from: Who, visit: Visit, now = after) => {
  const { deps, context } = scene.as(who, now);
  const rev = visit.reflections.find(({ personId }) => personId === who.personId)?.rev ?? 0;
  return takeOverReflection(deps, context, {
    query: undefined,
    params: { visitId: visit.visitId, studentId },
    body: { from: from.personId, rev },
  });
};
const versions = async (scene: Scene, who: Who, visit: Visit) => {
  const { deps, context } = scene.as(who, after);
  const params = { visitId: visit.visitId, studentId };
  return (await listReflectionVersions(deps, context, { params, query: { limit: 50 }, body: undefined }))
    .items;
};

describe('a reflection', () => {
  test('I19: is done once written, and an edit keeps what was there for its author to see', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const first = await reflect(scene, people.lead, visit, after, words);
    expect(first).toMatchObject({ reflection: { status: 'done', version: 1 } });
    const edited = { ...words, apply: 'Visit the bridge with the class' };
    await reflect(scene, people.lead, { ...visit, reflections: [first.reflection] }, after, edited);
    expect((await read(scene, people.lead, visit)).words).toEqual(edited);
    expect(await versions(scene, people.lead, visit)).toMatchObject([
      { version: 2, words: edited, writtenAt: after },
      { version: 1, words, writtenAt: after },
    ]);
    expect(await versions(scene, people.partner, visit)).toEqual([]);
  });

  test('I20: its words lie in their own row and nowhere else; its partner cannot ask for them', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { deps, context } = scene.as(people.lead, after, 'reflecting-1');
    const own = visit.reflections.find(({ personId }) => personId === people.lead.personId);
    await writeReflection(deps, context, {
      query: undefined,
      params: { visitId: visit.visitId, studentId },
      body: { words, together: false, rev: own?.rev ?? 0 },
    });
    const holding = (await scene.items()).filter((item) => JSON.stringify(item).includes('bridge'));
    expect(holding.map(({ et }) => et)).toEqual(['reflectionWords']);
    expect(await read(scene, people.partner, visit)).toMatchObject({ words: null, offered: [] });
    await expect(read(scene, people.coordinator, visit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
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

  test('of the earlier form stays readable: what was learned of hopes is what was understood', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit);
    const [stored] = await scene.items('reflectionWords');
    const { visitId, personId, version } = stored?.data ?? {};
    const data = { visitId, studentId, personId, version, words: { hopes: 'Bridges', apply: 'Models' } };
    await engine.client.send(new PutCommand({ TableName: scene.tableName, Item: { ...stored, v: 1, data } }));
    expect((await read(scene, people.lead, visit)).words).toEqual({
      answers: [{ shift: 'understanding', text: 'Bridges' }],
      apply: 'Models',
    });
  });
});

describe('the last reflection a visit owed', () => {
  test('closes the visit, on every page that shows it', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit);
    expect(await visitNow(scene, visit)).toMatchObject({ status: 'completed', closedAt: null });
    await reflect(scene, people.partner, visit);
    expect(await visitNow(scene, visit)).toMatchObject({ status: 'closed', closedAt: after });
    const lines = await scene.items('visitMember');
    expect(lines.map(({ data }) => data['status'])).toEqual(['closed', 'closed']);
  });

  test('takes what everybody writes about three siblings in the same moment', async () => {
    const scene = await openScene(engine);
    const studentIds = await scene.addSiblings(1);
    const partnerIds = [people.partner.personId, people.third.personId];
    const visit = await visited(scene, { studentIds, partnerIds });
    const authors = [people.lead, people.partner, people.third];
    await Promise.all(
      visit.reflections.map((own) => {
        const { deps, context } = scene.as(
          authors.find(({ personId }) => personId === own.personId) ?? people.lead,
          after,
        );
        const params = { visitId: visit.visitId, studentId: own.studentId };
        const body = { words, together: false, rev: own.rev };
        return writeReflection(deps, context, { query: undefined, params, body });
      }),
    );
    const closed = await visitNow(scene, visit);
    expect(closed.status).toBe('closed');
    expect(closed.reflections.map(({ status }) => status)).toEqual(visit.reflections.map(() => 'done'));
    expect(visit.reflections).toHaveLength(9);
  });

  test('closes it once, when two colleagues finish in the same moment', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await Promise.all([reflect(scene, people.lead, visit), reflect(scene, people.partner, visit)]);
    expect(await visitNow(scene, visit)).toMatchObject({ status: 'closed' });
  });

  test('can still be edited afterwards, and the visit stays closed', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit);
    const { reflection } = await reflect(scene, people.partner, visit);
    await reflect(scene, people.partner, { ...visit, reflections: [reflection] }, after, words);
    expect(await visitNow(scene, visit)).toMatchObject({ status: 'closed', closedAt: after });
  });
});

describe('a reflection written together', () => {
  test('is offered to the partner, who takes it over as the own one (I18)', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit, after, words, true);
    expect((await read(scene, people.partner, visit)).offered).toEqual([
      { personId: people.lead.personId, name: people.lead.name, words },
    ]);
    await takeOver(scene, people.partner, people.lead, visit);
    expect(await read(scene, people.partner, visit)).toMatchObject({
      reflection: { status: 'done', version: 1, together: true },
      words,
      offered: [],
    });
    expect(await scene.items('reflection')).toHaveLength(2);
    expect(await visitNow(scene, visit)).toMatchObject({ status: 'closed' });
  });

  test('belongs to each author afterwards: a change of one leaves the other’s as it is', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { reflection } = await reflect(scene, people.lead, visit, after, words, true);
    await takeOver(scene, people.partner, people.lead, visit);
    const changed = { ...words, apply: 'Something else' };
    await reflect(scene, people.lead, { ...visit, reflections: [reflection] }, after, changed);
    expect((await read(scene, people.partner, visit)).words).toEqual(words);
  });

  test('is not taken over from a colleague who wrote alone, or who took the offer back', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { reflection } = await reflect(scene, people.lead, visit, after, words, true);
    await reflect(scene, people.lead, { ...visit, reflections: [reflection] }, after, words, false);
    const refused = { reason: 'reflection.not_offered' };
    await expect(takeOver(scene, people.partner, people.lead, visit)).rejects.toMatchObject(refused);
    await expect(takeOver(scene, people.partner, people.third, visit)).rejects.toMatchObject(refused);
  });

  test('does not replace what somebody has written already', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit, after, words, true);
    const { reflection } = await reflect(scene, people.partner, visit);
    await expect(
      takeOver(scene, people.partner, people.lead, { ...visit, reflections: [reflection] }),
    ).rejects.toMatchObject({ reason: 'reflection.already_written' });
  });
});
