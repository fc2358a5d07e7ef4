import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePerson } from '#functions/app/people/change-person.ts';
import { leaveVisits } from '#functions/app/visits/leave-visits.ts';
import { dayBook, visit as visitEntity } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, after, before, complete, propose, schedule } from '#test/support/visit-steps.ts';
import { afterFirstVisit, reflectionDue, subjects } from '../mail/digest-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Member = (typeof people)[keyof typeof people];
const none = { params: undefined, query: undefined, body: undefined };

async function give(scene: Scene, who: Member, roles: DistrictRole[], rev = 1) {
  const { deps, context } = scene.as(people.admin, before);
  const params = { personId: who.personId };
  return changePerson(deps, context, { ...none, params, body: { rev, roles } });
}
/** The tasks that the office’s change asked for, at an instant; each may come twice. */
async function doTasks(scene: Scene, now: string) {
  const bodies = (await scene.items('outbox')).map(({ data }) => data['body'] as Record<string, string>);
  for (const { kind, personId = '' } of [...bodies, ...bodies])
    if (kind === 'leave_visits')
      await leaveVisits(systemTable(engine.client, scene.tableName, now), personId);
}
async function visitOf(scene: Scene) {
  const [one] = readAll(visitEntity, await scene.items('visit'));
  if (one === undefined) throw new Error('there is no visit');
  return one;
}
const hoursOf = async (scene: Scene, owner: string) =>
  readAll(dayBook, await scene.items('dayBook'))
    .filter((book) => book.owner === owner)
    .flatMap(({ appointments }) => appointments);
const mails = async (scene: Scene, since: number) =>
  (await scene.items('outbox'))
    .slice(since)
    .map(({ data }) => data['body'] as { kind: string; personId?: string })
    .filter(({ kind }) => kind.startsWith('visit_'))
    .map(({ kind, personId }) => `${kind} ${personId?.slice(-1)}`);

describe('somebody who has no role in visits any more', () => {
  test('is expected at none that is to come: the lead hears of it and asks somebody else', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await schedule(scene);
    await give(scene, people.partner, []);
    await doTasks(scene, before);
    const visit = await visitOf(scene);
    expect(visit).toMatchObject({
      status: 'proposed',
      scheduledAt: null,
      team: [
        { personId: people.lead.personId, lead: true, answer: 'yes' },
        { personId: people.partner.personId, lead: false, answer: 'no' },
      ],
    });
    expect(await hoursOf(scene, people.partner.personId)).toEqual([]);
    const told = (await mails(scene, 0)).filter((one) => one.startsWith('visit_declined'));
    expect(told, 'once, though the task came twice').toEqual(['visit_declined 1']);
  });

  test('leaves the lead to a colleague who had said yes', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await schedule(scene);
    await give(scene, people.lead, ['payroll']);
    await doTasks(scene, before);
    expect(await visitOf(scene)).toMatchObject({
      status: 'proposed',
      team: [
        { personId: people.partner.personId, lead: true, answer: 'yes' },
        { personId: people.lead.personId, lead: false, answer: 'no' },
      ],
    });
    const told = (await mails(scene, 0)).filter((one) => one.startsWith('visit_declined'));
    expect(told).toEqual(['visit_declined 2']);
  });

  test('who alone had agreed takes the proposal along', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await propose(scene);
    await give(scene, people.lead, []);
    await doTasks(scene, before);
    expect(await visitOf(scene)).toMatchObject({ status: 'cancelled', ended: { side: 'team' } });
    expect(await hoursOf(scene, people.partner.personId)).toEqual([]);
  });

  test('and got the role back meanwhile stays in the team', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await schedule(scene);
    const { rev } = await give(scene, people.partner, []);
    await give(scene, people.partner, ['educator'], rev);
    await doTasks(scene, before);
    expect(await visitOf(scene)).toMatchObject({ status: 'scheduled' });
  });

  test('keeps what took place', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await complete(scene, await schedule(scene));
    await give(scene, people.partner, []);
    await doTasks(scene, after);
    expect(await visitOf(scene)).toMatchObject({
      status: 'completed',
      team: [{ answer: 'yes' }, { answer: 'yes' }],
    });
  });

  test('reads no child’s name in a mail', async () => {
    const { scene, mail } = await afterFirstVisit(engine);
    await give(scene, people.partner, []);
    await mail.quarterHour(reflectionDue);
    expect(await subjects(mail, 'partner@maple.example')).toEqual([]);
    expect(await subjects(mail)).toHaveLength(1);
  });
});
