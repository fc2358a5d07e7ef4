import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelTraining } from '#functions/app/trainings/cancel-training.ts';
import { changeTraining } from '#functions/app/trainings/change-training.ts';
import { getMyTrainings } from '#functions/app/trainings/get-my-trainings.ts';
import { getTraining } from '#functions/app/trainings/get-training.ts';
import { planTraining } from '#functions/app/trainings/plan-training.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { signUpForTraining } from '#functions/app/trainings/sign-up-for-training.ts';
import { withdrawFromTraining } from '#functions/app/trainings/withdraw-from-training.ts';
import type { Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';

const now = '2026-09-20T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
let engine: Engine;
let scene: Scene;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  scene = await openScene(engine);
});
afterAll(() => engine.stop());

type Member = (typeof people)[keyof typeof people];
type Plan = Args<'planTraining'>['body'];
const evening: Plan = {
  title: 'Home visits, part one',
  kind: 'initial',
  heldOn: '2026-10-06',
  time: '16:00',
  minutes: 180,
  place: 'Oak Street Library',
  seats: 2,
  schoolId: null,
};

async function plan(changes: Partial<Plan> = {}, who: Member = people.coordinator) {
  const { deps, context } = scene.as(who, now);
  return planTraining(deps, context, { ...none, body: { ...evening, ...changes } });
}
async function signUp(trainingId: string, who: Member, at = now) {
  const { deps, context } = scene.as(who, at);
  return signUpForTraining(deps, context, { ...none, params: { trainingId }, body: {} });
}
async function withdraw(trainingId: string, who: Member, at = now) {
  const { deps, context } = scene.as(who, at);
  return withdrawFromTraining(deps, context, { ...none, params: { trainingId }, body: {} });
}
async function look(trainingId: string) {
  const { deps, context } = scene.as(people.coordinator, now);
  return getTraining(deps, context, { ...none, params: { trainingId } });
}
/** Mail that waits, as `kind person`, in the order of the alphabet. */
async function mail(): Promise<string[]> {
  const names = new Map(Object.values(people).map(({ personId, name }) => [personId as string, name]));
  return (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; personId: string })
    .map(({ kind, personId }) => `${kind} ${names.get(personId)}`)
    .sort();
}

describe('a training that is planned ahead', () => {
  test('shows to whoever it may certify, with day, place and seats', async () => {
    const { trainingId } = await plan();
    const { deps, context } = scene.as(people.novice, now);
    const { upcoming, certificate } = await getMyTrainings(deps, context, none);
    expect(certificate).toBeNull();
    expect(upcoming).toMatchObject([
      {
        training: { trainingId, plan: { place: 'Oak Street Library', seats: 2 } },
        status: null,
        because: null,
      },
    ]);
  });

  test('says to whoever is certified for long that it gives them nothing yet', async () => {
    await plan();
    const { deps, context } = scene.as(people.lead, now);
    const { upcoming, renewal } = await getMyTrainings(deps, context, none);
    expect(upcoming.map(({ because }) => because)).toEqual(['still_certified']);
    expect(renewal).toEqual({ from: '2028-04-15', until: '2028-06-15' });
  });

  test('of one school is not shown at another, nor open to its people', async () => {
    const { trainingId } = await plan({ schoolId: schools.elm }, people.elmCoordinator);
    const { deps, context } = scene.as(people.novice, now);
    expect((await getMyTrainings(deps, context, none)).upcoming).toEqual([]);
    await expect(signUp(trainingId, people.novice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of one school is not called off by the coordinator of another', async () => {
    const { trainingId, rev } = await plan({ schoolId: schools.elm }, people.elmCoordinator);
    const { deps, context } = scene.as(people.coordinator, now);
    const request = { ...none, params: { trainingId }, body: { rev } };
    await expect(cancelTraining(deps, context, request)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('names a school of the own district that its planner works for', async () => {
    await expect(plan({ schoolId: 'sch_00000000000000000000000099' })).rejects.toMatchObject({
      reason: 'person.school_unknown',
    });
    await expect(plan({ schoolId: schools.elm })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await plan({ schoolId: schools.elm }, people.admin)).toMatchObject({ schoolId: schools.elm });
  });

  test('cannot begin in the past, or in the hour that the clocks skip', async () => {
    await expect(plan({ heldOn: '2026-09-19' })).rejects.toMatchObject({ reason: 'training.over' });
    await expect(plan({ heldOn: '2027-03-14', time: '02:30' })).rejects.toMatchObject({
      reason: 'training.time_skipped',
    });
  });
});

describe('signing up', () => {
  test('takes a seat, once, and sends the calendar entry', async () => {
    const { trainingId } = await plan();
    expect(await signUp(trainingId, people.novice)).toMatchObject({ status: 'signed_up' });
    expect(await signUp(trainingId, people.novice)).toMatchObject({ status: 'signed_up' });
    expect(await look(trainingId)).toMatchObject({ signedUp: 1, attendees: [{ name: 'Nora Novice' }] });
    expect(await mail()).toEqual(['training_seat Nora Novice']);
  });

  test('waits when the seats are taken; whoever waits longest moves up when one is given back', async () => {
    const renewal = await plan({ kind: 'renewal', heldOn: '2028-05-10', seats: 1 });
    const { trainingId } = renewal;
    expect(await signUp(trainingId, people.lead)).toMatchObject({ status: 'signed_up' });
    expect(await signUp(trainingId, people.partner, '2026-09-20T16:00:00.000Z')).toMatchObject({
      status: 'waiting',
    });
    expect(await signUp(trainingId, people.third, '2026-09-20T15:30:00.000Z')).toMatchObject({
      status: 'waiting',
    });
    expect(await withdraw(trainingId, people.lead)).toMatchObject({ signedUp: 1, waiting: 1 });
    const { attendees } = await look(trainingId);
    expect(attendees.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      'Pat Partner waiting',
      'Theo Third signed_up',
    ]);
    expect(await mail()).toEqual([
      'training_left Lea Lead',
      'training_seat Lea Lead',
      'training_seat Theo Third',
    ]);
  });

  test('by many at the same moment gives each of them one place', async () => {
    const { trainingId } = await plan({ kind: 'renewal', heldOn: '2028-05-10', seats: 2 });
    const { novice: _, ...certified } = people;
    const all = Object.values(certified);
    const places = await Promise.all(all.map((one) => signUp(trainingId, one)));
    const waiting = all.length - 2;
    const has = (status: string) => places.filter((place) => place.status === status).length;
    expect([has('signed_up'), has('waiting')]).toEqual([2, waiting]);
    expect(await look(trainingId)).toMatchObject({ signedUp: 2, waiting });
    // And all at once they give them back.
    await Promise.all(all.map((one) => withdraw(trainingId, one)));
    expect(await look(trainingId)).toMatchObject({ signedUp: 0, waiting: 0, attendees: [] });
  });

  test.each([
    ['a renewal long before the certificate ends', { kind: 'renewal' }, people.lead, 'training.too_early'],
    ['a renewal without a certificate', { kind: 'renewal' }, people.novice, 'training.no_certificate'],
    [
      'a renewal after its last day',
      { kind: 'renewal', heldOn: '2028-07-01' },
      people.lead,
      'training.lapsed',
    ],
    ['a first training while certified', {}, people.lead, 'training.still_certified'],
    [
      'the training of trainers without a certificate',
      { kind: 'trainer' },
      people.novice,
      'training.no_certificate',
    ],
  ] as const)('is refused for %s', async (_, changes, who, reason) => {
    const { trainingId } = await plan(changes);
    await expect(signUp(trainingId, who)).rejects.toMatchObject({ reason });
    expect(await look(trainingId)).toMatchObject({ signedUp: 0, attendees: [] });
  });

  test('ends when the training begins, and needs one that was planned', async () => {
    const { trainingId } = await plan();
    await expect(signUp(trainingId, people.novice, '2026-10-06T23:00:00.000Z')).rejects.toMatchObject({
      reason: 'training.over',
    });
    const { deps, context } = scene.as(people.coordinator, now);
    const body = { title: 'Held in summer', heldOn: '2026-08-01', kind: 'initial', schoolId: null } as const;
    const held = await recordTraining(deps, context, { ...none, body });
    await expect(signUp(held.trainingId, people.novice)).rejects.toMatchObject({
      reason: 'training.not_planned',
    });
  });
});

describe('whoever planned a training', () => {
  async function change(trainingId: string, changes: Partial<Args<'changeTraining'>['body']>) {
    const { rev } = await look(trainingId);
    const { deps, context } = scene.as(people.coordinator, now);
    const { kind: _, schoolId: __, ...body } = evening;
    const request = { ...none, params: { trainingId }, body: { ...body, rev, ...changes } };
    return changeTraining(deps, context, request);
  }

  test('may move it: whoever has a seat is told, in the same calendar entry', async () => {
    const { trainingId } = await plan();
    await signUp(trainingId, people.novice);
    const moved = await change(trainingId, { heldOn: '2026-10-08' });
    expect(moved).toMatchObject({ heldOn: '2026-10-08', sequence: 1, signedUp: 1 });
    expect(await mail()).toEqual(['training_seat Nora Novice', 'training_seat Nora Novice']);
    const { deps, context } = scene.as(people.novice, now);
    const { trainings } = await getMyTrainings(deps, context, none);
    expect(trainings).toMatchObject([{ training: { heldOn: '2026-10-08' }, status: 'signed_up' }]);
  });

  test('may mend its name without a mail, and may not take seats from those who have one', async () => {
    const { trainingId } = await plan();
    await signUp(trainingId, people.novice);
    expect(await change(trainingId, { title: 'Home visits, part 1' })).toMatchObject({ sequence: 0 });
    expect(await mail()).toHaveLength(1);
    const full = await plan({ kind: 'renewal', heldOn: '2028-05-10' });
    await signUp(full.trainingId, people.lead);
    await signUp(full.trainingId, people.partner);
    await expect(change(full.trainingId, { seats: 1 })).rejects.toMatchObject({
      reason: 'training.seats_taken',
    });
  });

  test('may add seats: those who wait move up and are told', async () => {
    const { trainingId } = await plan({ kind: 'renewal', heldOn: '2028-05-10', seats: 1 });
    await signUp(trainingId, people.lead);
    await signUp(trainingId, people.partner);
    const wider = await change(trainingId, { heldOn: '2028-05-10', seats: 5 });
    expect(wider).toMatchObject({ signedUp: 2, waiting: 0, sequence: 0 });
    expect(await mail()).toEqual(['training_seat Lea Lead', 'training_seat Pat Partner']);
  });

  test('may cancel it: everybody is told, and nobody can sign up any more', async () => {
    const { trainingId } = await plan();
    await signUp(trainingId, people.novice);
    const { rev } = await look(trainingId);
    const { deps, context } = scene.as(people.coordinator, now);
    await cancelTraining(deps, context, { ...none, params: { trainingId }, body: { rev } });
    expect(await mail()).toEqual(['training_cancelled Nora Novice', 'training_seat Nora Novice']);
    await expect(signUp(trainingId, people.novice)).rejects.toMatchObject({ reason: 'training.cancelled' });
    const call = scene.as(people.lead, now);
    expect((await getMyTrainings(call.deps, call.context, none)).upcoming).toEqual([]);
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
    const { trainingId } = await plan();
    await signUp(trainingId, people.novice);
    const all = [people.novice.personId];
    await expect(record(trainingId, people.coordinator, all, aMinuteBefore)).rejects.toMatchObject({
      reason: 'training.to_come',
    });
    expect(await scene.items('certificate')).toEqual([]);
    await record(trainingId, people.coordinator, all, begun);
    await expect(withdraw(trainingId, people.novice, begun)).rejects.toMatchObject({
      reason: 'training.over',
    });
    expect(await look(trainingId)).toMatchObject({ completedBy: 1, attendees: [{ status: 'completed' }] });
  });

  test('includes whoever signed up from elsewhere, as somebody who works at no school, and nobody else’s people', async () => {
    const { trainingId } = await plan({ kind: 'renewal', heldOn: '2028-05-10' });
    await signUp(trainingId, people.stranger);
    await signUp(trainingId, people.payroll);
    const after = '2028-05-11T16:00:00.000Z';
    const came = [people.stranger.personId, people.payroll.personId];
    expect(await record(trainingId, people.coordinator, came, after)).toMatchObject({ completedBy: 2 });
    const others = [people.elmCoordinator.personId];
    await expect(record(trainingId, people.coordinator, others, after)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
