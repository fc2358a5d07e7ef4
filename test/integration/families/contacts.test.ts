import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addContact } from '#functions/app/contacts/add-contact.ts';
import { correctContact } from '#functions/app/contacts/correct-contact.ts';
import { listContacts } from '#functions/app/contacts/list-contacts.ts';
import { removeContact } from '#functions/app/contacts/remove-contact.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
type Kept = Answer<'addContact'>;
const none = { params: undefined, query: undefined, body: undefined };
const { familyId } = household;
const call: Args<'addContact'>['body'] = {
  on: '2026-09-18',
  with: 'Grandmother',
  how: 'phone',
  direction: 'from_family',
  line: 'Asked when the school garden opens',
  askedForVisit: false,
};

const add = (scene: Scene, change: Partial<typeof call> = {}, who: Who = people.lead, key?: string) => {
  const { deps, context } = scene.as(who, before, key);
  return addContact(deps, context, { ...none, params: { familyId }, body: { ...call, ...change } });
};
const list = async (scene: Scene, who: Who = people.partner, limit = 50) => {
  const { deps, context } = scene.as(who, before);
  return listContacts(deps, context, { ...none, params: { familyId }, query: { limit } });
};
const correct = (scene: Scene, who: Who, { contactId, on: day, rev }: Kept, line: string, key?: string) => {
  const { deps, context } = scene.as(who, before, key);
  const { with: name, how, direction } = call;
  return correctContact(deps, context, {
    ...none,
    params: { familyId, day, contactId },
    body: { with: name, how, direction, line, rev },
  });
};
const remove = (scene: Scene, who: Who, { contactId, on: day, rev }: Kept) => {
  const { deps, context } = scene.as(who, before);
  return removeContact(deps, context, { ...none, params: { familyId, day, contactId }, body: { rev } });
};
const invitation = async (scene: Scene) => (await scene.items('invitation'))[0]?.data;

describe('the contact log of a family', () => {
  test('shows colleagues of the school who spoke with whom and how, newest first', async () => {
    const scene = await openScene(engine);
    await add(scene, { on: '2026-09-10', how: 'text', direction: 'to_family', line: 'Sent a good word' });
    await add(scene);
    expect((await list(scene)).items).toMatchObject([
      { on: '2026-09-18', how: 'phone', direction: 'from_family', byName: people.lead.name },
      { on: '2026-09-10', how: 'text', direction: 'to_family', line: 'Sent a good word' },
    ]);
  });

  test('comes a page at a time', async () => {
    const scene = await openScene(engine);
    await add(scene, { on: '2026-09-10' });
    await add(scene);
    const first = await list(scene, people.lead, 1);
    expect(first.items.map(({ on }) => on)).toEqual(['2026-09-18']);
    expect(first.cursor).not.toBeNull();
  });

  test('is not there for somebody of another school', async () => {
    const scene = await openScene(engine);
    await expect(list(scene, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add(scene, {}, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('takes what has been, never what is to come', async () => {
    const scene = await openScene(engine);
    await expect(add(scene, { on: '2026-09-21' })).rejects.toMatchObject({ reason: 'contact.day_to_come' });
  });

  test('is corrected and removed by who wrote it, and by nobody else', async () => {
    const scene = await openScene(engine);
    const added = await add(scene);
    const other = { reason: 'contact.not_own' };
    await expect(correct(scene, people.partner, added, 'x')).rejects.toMatchObject(other);
    await expect(remove(scene, people.coordinator, added)).rejects.toMatchObject(other);
    const corrected = await correct(scene, people.lead, added, 'Asked about the choir');
    expect((await list(scene)).items).toMatchObject([{ line: 'Asked about the choir', rev: 2 }]);
    await expect(remove(scene, people.lead, added)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await remove(scene, people.lead, corrected);
    expect((await list(scene)).items).toEqual([]);
    const holding = (await scene.items()).filter((item) => JSON.stringify(item).includes('choir'));
    expect(holding).toEqual([]);
  });

  test('leaves none of its words anywhere once it is removed, also not for a request that is repeated', async () => {
    const scene = await openScene(engine);
    const added = await add(scene, { line: 'Wants to sing in the choir' }, people.lead, 'key-added');
    const corrected = await correct(scene, people.lead, added, 'Wants to dance', 'key-corrected');
    expect(await add(scene, {}, people.lead, 'key-added')).toEqual(added);
    await remove(scene, people.lead, corrected);
    const everything = JSON.stringify(await scene.items());
    expect(everything).not.toMatch(/Wants to|Grandmother/);
    expect(everything).toContain('contact.removed');
  });

  test('a family that asked for a visit stands first from then on', async () => {
    const scene = await openScene(engine);
    await add(scene, { askedForVisit: true });
    expect(await invitation(scene)).toMatchObject({ status: 'not_invited', askedByFamily: true });
    const standings = await scene.items('studentYear');
    expect(standings.map(({ data }) => data['askedByFamily'])).toEqual([true, true]);
  });

  test('a family that declined has reopened when it asks for a visit (I12)', async () => {
    const scene = await openScene(engine);
    const { rev } = await accept(scene);
    const { deps, context } = scene.as(people.lead, before);
    await recordAnswer(deps, context, { ...none, params: { familyId }, body: { answer: 'declined', rev } });
    await add(scene);
    expect(await invitation(scene)).toMatchObject({ status: 'declined', askedByFamily: false });
    await add(scene, { askedForVisit: true });
    expect(await invitation(scene)).toMatchObject({ status: 'accepted', askedByFamily: true });
  });

  test('costs a family’s other pages nothing: a household is read without its contacts', async () => {
    const scene = await openScene(engine);
    const cost = async () => {
      const { table } = scene.as(people.lead, before).deps;
      await loadFamily(table, familyId, '2026-27');
      return table.meter.read;
    };
    const without = await cost();
    for (let day = 1; day <= 9; day += 1) await add(scene, { on: `2026-09-0${day}`, line: 'x'.repeat(300) });
    expect(await cost()).toBe(without);
  });
});
