import { getTraining } from '#functions/app/trainings/get-training.ts';
import { planTraining } from '#functions/app/trainings/plan-training.ts';
import { signUpForTraining } from '#functions/app/trainings/sign-up-for-training.ts';
import { withdrawFromTraining } from '#functions/app/trainings/withdraw-from-training.ts';
import type { Args } from '#shared/contract/client.ts';
import { people, type Scene } from './school-scene.ts';

/** Some weeks before the training of these steps. */
export const whilePlanning = '2026-09-20T15:00:00.000Z';
export const none = { params: undefined, query: undefined, body: undefined };

export type Member = (typeof people)[keyof typeof people];
type Plan = Args<'planTraining'>['body'];
export const evening: Plan = {
  title: 'Home visits, part one',
  kind: 'initial',
  heldOn: '2026-10-06',
  time: '16:00',
  minutes: 180,
  place: 'Oak Street Library',
  seats: 2,
  schoolId: null,
};

export async function plan(scene: Scene, changes: Partial<Plan> = {}, who: Member = people.coordinator) {
  const { deps, context } = scene.as(who, whilePlanning);
  return planTraining(deps, context, { ...none, body: { ...evening, ...changes } });
}
export async function signUp(scene: Scene, trainingId: string, who: Member, at = whilePlanning) {
  const { deps, context } = scene.as(who, at);
  return signUpForTraining(deps, context, { ...none, params: { trainingId }, body: {} });
}
export async function withdraw(scene: Scene, trainingId: string, who: Member, at = whilePlanning) {
  const { deps, context } = scene.as(who, at);
  return withdrawFromTraining(deps, context, { ...none, params: { trainingId }, body: {} });
}
export async function look(scene: Scene, trainingId: string) {
  const { deps, context } = scene.as(people.coordinator, whilePlanning);
  return getTraining(deps, context, { ...none, params: { trainingId } });
}
/** Mail that waits, as `kind person`, in the order of the alphabet. */
export async function waitingMail(scene: Scene): Promise<string[]> {
  const names = new Map(Object.values(people).map(({ personId, name }) => [personId as string, name]));
  return (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; personId: string })
    .map(({ kind, personId }) => `${kind} ${names.get(personId)}`)
    .sort();
}
