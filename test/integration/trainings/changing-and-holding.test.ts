import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelTraining } from '#functions/app/trainings/cancel-training.ts';
import { changeTraining } from '#functions/app/trainings/change-training.ts';
import { getMyTrainings } from '#functions/app/trainings/get-my-trainings.ts';
import { getTraining } from '#functions/app/trainings/get-training.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import type { Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import {
  evening,
  look,
  type Member,
  none,
  plan,
  signUp,
  waitingMail,
  whilePlanning,
  withdraw,
} from '#test/support/training-steps.ts';

let engine: Engine;
let scene: Scene;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  scene = await openScene(engine);
});
afterAll(() => engine.stop());

describe('whoever planned a training', () => {
  async function change(trainingId: string, changes: Partial<Args<'changeTraining'>['body']>) {
    const { rev } = await look(scene, trainingId);
    const { deps, context } = scene.as(people.coordinator, whilePlanning);
    const { kind: _, schoolId: __, ...body } = evening;
    const request = { ...none, params: { trainingId }, body: { ...body, rev, ...changes } };
    return changeTraining(deps, context, request);
  }

  test('may move it: whoever has a seat is told, in the same calendar entry', async () => {
    const { trainingId } = await plan(scene);
    await signUp(scene, trainingId, people.novice);
    const moved = await change(trainingId, { heldOn: '2026-10-08' });
    expect(moved).toMatchObject({ heldOn: '2026-10-08', sequence: 1, signedUp: 1 });
    expect(await waitingMail(scene)).toEqual(['training_seat Nora Novice', 'training_seat Nora Novice']);
    const { deps, context } = scene.as(people.novice, whilePlanning);
    const { trainings } = await getMyTrainings(deps, context, none);
    expect(trainings).toMatchObject([{ training: { heldOn: '2026-10-08' }, status: 'signed_up' }]);
  });

  test('may mend its name without a mail, and may not take seats from those who have one', async () => {
    const { trainingId } = await plan(scene);
    await signUp(scene, trainingId, people.novice);
    expect(await change(trainingId, { title: 'Home visits, part 1' })).toMatchObject({ sequence: 0 });
    expect(await waitingMail(scene)).toHaveLength(1);
    const full = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10' });
    await signUp(scene, full.trainingId, people.lead);
    await signUp(scene, full.trainingId, people.partner);
    await expect(change(full.trainingId, { seats: 1 })).rejects.toMatchObject({
      reason: 'training.seats_taken',
    });
  });

  test('may add seats: those who wait move up and are told', async () => {
    const { trainingId } = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10', seats: 1 });
    await signUp(scene, trainingId, people.lead);
    await signUp(scene, trainingId, people.partner);
    const wider = await change(trainingId, { heldOn: '2028-05-10', seats: 5 });
    expect(wider).toMatchObject({ signedUp: 2, waiting: 0, sequence: 0 });
    expect(await waitingMail(scene)).toEqual(['training_seat Lea Lead', 'training_seat Pat Partner']);
  });

  test('may cancel it: everybody is told, and nobody can sign up any more', async () => {
    const { trainingId } = await plan(scene);
    await signUp(scene, trainingId, people.novice);
    const { rev } = await look(scene, trainingId);
    const { deps, context } = scene.as(people.coordinator, whilePlanning);
    await cancelTraining(deps, context, { ...none, params: { trainingId }, body: { rev } });
    expect(await waitingMail(scene)).toEqual(['training_cancelled Nora Novice', 'training_seat Nora Novice']);
    await expect(signUp(scene, trainingId, people.novice)).rejects.toMatchObject({
      reason: 'training.cancelled',
    });
    const call = scene.as(people.lead, whilePlanning);
    expect((await getMyTrainings(call.deps, call.context, none)).upcoming).toEqual([]);
  });
});

describe('a training that is cancelled', () => {
  test('leaves the calendar of those who had a seat; who only waited hears that it is not held, and no more', async () => {
    const mail = await openMail(scene);
    const { trainingId } = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10', seats: 1 });
    await signUp(scene, trainingId, people.lead);
    await signUp(scene, trainingId, people.partner);
    const { rev } = await look(scene, trainingId);
    const { deps, context } = scene.as(people.coordinator, whilePlanning);
    await cancelTraining(deps, context, { ...none, params: { trainingId }, body: { rev } });
    for (const job of await mail.outbox()) await mail.run(job, whilePlanning);
    const told = (await mail.inbox()).map(({ to, raw, mail: { text } }) => ({
      to,
      leavesCalendar: raw.includes('METHOD:CANCEL') || raw.includes('method=CANCEL'),
      saysSo: text?.includes('takes it out of your calendar'),
    }));
    expect(told.sort((one, other) => one.to.localeCompare(other.to))).toEqual([
      { to: 'lead@maple.example', leavesCalendar: true, saysSo: true },
      { to: 'partner@maple.example', leavesCalendar: false, saysSo: false },
    ]);
  });
});

describe('who was there', () => {
  const record = (trainingId: string, who: Member, personIds: string[], at: string) => {
    const { deps, context } = scene.as(who, at);
    const body = { personIds, outcome: 'completed' as const, minutes: 180 };
    return recordCompletions(deps, context, { ...none, params: { trainingId }, body });
  };
  const aMinuteBefore = '2026-10-06T20:59:00.000Z';
  const begun = '2026-10-06T21:00:00.000Z';

  test('is written down once it has begun, and not on its morning: then nobody can leave it any more', async () => {
    const { trainingId } = await plan(scene);
    await signUp(scene, trainingId, people.novice);
    const all = [people.novice.personId];
    await expect(record(trainingId, people.coordinator, all, aMinuteBefore)).rejects.toMatchObject({
      reason: 'training.to_come',
    });
    expect(await scene.items('certificate')).toEqual([]);
    for (const [at, said] of [
      [aMinuteBefore, false],
      [begun, true],
    ] as const) {
      const { deps, context } = scene.as(people.coordinator, at);
      // The page asks the server, not the clock of the phone.
      expect((await getTraining(deps, context, { ...none, params: { trainingId } })).begun).toBe(said);
    }
    await record(trainingId, people.coordinator, all, begun);
    await expect(withdraw(scene, trainingId, people.novice, begun)).rejects.toMatchObject({
      reason: 'training.over',
    });
    expect(await look(scene, trainingId)).toMatchObject({
      completedBy: 1,
      attendees: [{ status: 'completed' }],
    });
  });

  test('includes whoever signed up from elsewhere, as somebody who works at no school, and nobody else’s people', async () => {
    const { trainingId } = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10' });
    await signUp(scene, trainingId, people.stranger);
    await signUp(scene, trainingId, people.payroll);
    const after = '2028-05-11T16:00:00.000Z';
    const came = [people.stranger.personId, people.payroll.personId];
    expect(await record(trainingId, people.coordinator, came, after)).toMatchObject({ completedBy: 2 });
    const others = [people.elmCoordinator.personId];
    await expect(record(trainingId, people.coordinator, others, after)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
