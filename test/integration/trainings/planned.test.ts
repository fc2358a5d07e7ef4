import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelTraining } from '#functions/app/trainings/cancel-training.ts';
import { getMyTrainings } from '#functions/app/trainings/get-my-trainings.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import {
  look,
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

describe('a training that is planned ahead', () => {
  test('shows to whoever it may certify, with day, place and seats', async () => {
    const { trainingId } = await plan(scene);
    const { deps, context } = scene.as(people.novice, whilePlanning);
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
    await plan(scene);
    const { deps, context } = scene.as(people.lead, whilePlanning);
    const { upcoming, renewal } = await getMyTrainings(deps, context, none);
    expect(upcoming.map(({ because }) => because)).toEqual(['still_certified']);
    expect(renewal).toEqual({ from: '2028-04-15', until: '2028-06-15' });
  });

  test('of one school is not shown at another, nor open to its people', async () => {
    const { trainingId } = await plan(scene, { schoolId: schools.elm }, people.elmCoordinator);
    const { deps, context } = scene.as(people.novice, whilePlanning);
    expect((await getMyTrainings(deps, context, none)).upcoming).toEqual([]);
    await expect(signUp(scene, trainingId, people.novice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of one school is not called off by the coordinator of another', async () => {
    const { trainingId, rev } = await plan(scene, { schoolId: schools.elm }, people.elmCoordinator);
    const { deps, context } = scene.as(people.coordinator, whilePlanning);
    const request = { ...none, params: { trainingId }, body: { rev } };
    await expect(cancelTraining(deps, context, request)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('names a school of the own district that its planner works for', async () => {
    await expect(plan(scene, { schoolId: 'sch_00000000000000000000000099' })).rejects.toMatchObject({
      reason: 'person.school_unknown',
    });
    await expect(plan(scene, { schoolId: schools.elm })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await plan(scene, { schoolId: schools.elm }, people.admin)).toMatchObject({
      schoolId: schools.elm,
    });
  });

  test('cannot begin in the past, or in the hour that the clocks skip', async () => {
    await expect(plan(scene, { heldOn: '2026-09-19' })).rejects.toMatchObject({ reason: 'training.over' });
    await expect(plan(scene, { heldOn: '2027-03-14', time: '02:30' })).rejects.toMatchObject({
      reason: 'training.time_skipped',
    });
  });
});

describe('signing up', () => {
  test('takes a seat, once, and sends the calendar entry', async () => {
    const { trainingId } = await plan(scene);
    expect(await signUp(scene, trainingId, people.novice)).toMatchObject({ status: 'signed_up' });
    expect(await signUp(scene, trainingId, people.novice)).toMatchObject({ status: 'signed_up' });
    expect(await look(scene, trainingId)).toMatchObject({
      signedUp: 1,
      attendees: [{ name: 'Nora Novice' }],
    });
    expect(await waitingMail(scene)).toEqual(['training_seat Nora Novice']);
  });

  test('waits when the seats are taken; whoever waits longest moves up when one is given back', async () => {
    const renewal = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10', seats: 1 });
    const { trainingId } = renewal;
    expect(await signUp(scene, trainingId, people.lead)).toMatchObject({ status: 'signed_up' });
    expect(await signUp(scene, trainingId, people.partner, '2026-09-20T16:00:00.000Z')).toMatchObject({
      status: 'waiting',
    });
    expect(await signUp(scene, trainingId, people.third, '2026-09-20T15:30:00.000Z')).toMatchObject({
      status: 'waiting',
    });
    expect(await withdraw(scene, trainingId, people.lead)).toMatchObject({ signedUp: 1, waiting: 1 });
    const { attendees } = await look(scene, trainingId);
    expect(attendees.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      'Pat Partner waiting',
      'Theo Third signed_up',
    ]);
    expect(await waitingMail(scene)).toEqual([
      'training_left Lea Lead',
      'training_seat Lea Lead',
      'training_seat Theo Third',
    ]);
  });

  test('by many at the same moment gives each of them one place', async () => {
    const { trainingId } = await plan(scene, { kind: 'renewal', heldOn: '2028-05-10', seats: 2 });
    const { novice: _, ...certified } = people;
    const all = Object.values(certified);
    const places = await Promise.all(all.map((one) => signUp(scene, trainingId, one)));
    const waiting = all.length - 2;
    const has = (status: string) => places.filter((place) => place.status === status).length;
    expect([has('signed_up'), has('waiting')]).toEqual([2, waiting]);
    expect(await look(scene, trainingId)).toMatchObject({ signedUp: 2, waiting });
    // And all at once they give them back.
    await Promise.all(all.map((one) => withdraw(scene, trainingId, one)));
    expect(await look(scene, trainingId)).toMatchObject({ signedUp: 0, waiting: 0, attendees: [] });
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
    const { trainingId } = await plan(scene, changes);
    await expect(signUp(scene, trainingId, who)).rejects.toMatchObject({ reason });
    expect(await look(scene, trainingId)).toMatchObject({ signedUp: 0, attendees: [] });
  });

  test('ends when the training begins, and needs one that was planned', async () => {
    const { trainingId } = await plan(scene);
    await expect(signUp(scene, trainingId, people.novice, '2026-10-06T23:00:00.000Z')).rejects.toMatchObject({
      reason: 'training.over',
    });
    const { deps, context } = scene.as(people.coordinator, whilePlanning);
    const body = { title: 'Held in summer', heldOn: '2026-08-01', kind: 'initial', schoolId: null } as const;
    const held = await recordTraining(deps, context, { ...none, body });
    await expect(signUp(scene, held.trainingId, people.novice)).rejects.toMatchObject({
      reason: 'training.not_planned',
    });
  });
});
