import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { writeReflection } from '#functions/app/reflections/write-reflection.ts';
import { answerVisit } from '#functions/app/visits/answer-visit.ts';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { proposeVisit } from '#functions/app/visits/propose-visit.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import type { ReflectionWords } from '#shared/domain/reflection/model.ts';
import { household, people, type Scene } from './school-scene.ts';

export const before = '2026-09-20T15:00:00.000Z';
/** Thursday, 1 October 2026, 16:30 in Chicago is 21:30 UTC. */
export const after = '2026-10-01T22:30:00.000Z';

const none = { params: undefined, query: undefined, body: undefined };

/** The household is invited and says yes. */
export async function accept(scene: Scene, familyId = household.familyId) {
  const { deps, context } = scene.as(people.lead, before);
  const params = { familyId };
  const invited = await inviteFamily(deps, context, { ...none, params, body: { how: 'phone', rev: 0 } });
  return recordAnswer(deps, context, { ...none, params, body: { answer: 'accepted', rev: invited.rev } });
}

type Plan = Args<'proposeVisit'>['body'];
export const plan: Plan = {
  familyId: household.familyId,
  studentIds: [household.students[0]],
  date: '2026-10-01',
  time: '16:30',
  minutes: 40,
  type: 'home',
  place: null,
  partnerIds: [people.partner.personId],
  interpreterId: null,
};

/** The lead arranges the plan, changed as the case needs; nobody else has answered yet. */
export async function propose(scene: Scene, change: Partial<Plan> = {}, now = before, key?: string) {
  const { deps, context } = scene.as(people.lead, now, key);
  return proposeVisit(deps, context, { ...none, body: { ...plan, ...change } });
}

/** Somebody of the team answers the request. */
export async function answerRequest(
  scene: Scene,
  personId: string,
  answer: 'yes' | 'no',
  visit: Answer<'getVisit'>,
  now = before,
) {
  const who = Object.values(people).find((one) => one.personId === personId) ?? people.partner;
  const { deps, context } = scene.as(who, now);
  const params = { visitId: visit.visitId };
  return answerVisit(deps, context, { ...none, params, body: { answer, rev: visit.rev } });
}

/** The lead arranges the plan, and everybody who is asked says yes: the visit is scheduled. */
export async function schedule(scene: Scene, change: Partial<Plan> = {}, now = before) {
  let visit = await propose(scene, change, now);
  for (const { personId, answer } of visit.team)
    if (answer === 'asked') visit = await answerRequest(scene, personId, 'yes', visit, now);
  return visit;
}

/** The lead logs a visit; everyone of the team was there. */
export async function complete(scene: Scene, visit: Answer<'getVisit'>, now = after, key?: string) {
  const { deps, context } = scene.as(people.lead, now, key);
  return completeVisit(deps, context, {
    ...none,
    params: { visitId: visit.visitId },
    body: { present: visit.team.map(({ personId }) => personId), actualMinutes: 35, rev: visit.rev },
  });
}

/** A household that accepted, and its first visit, done. */
export async function visited(scene: Scene, change: Partial<Plan> = {}) {
  await accept(scene, change.familyId);
  return complete(scene, await schedule(scene, change));
}

/** Someone of the team reflects on one student. */
export async function reflect(
  scene: Scene,
  who: (typeof people)[keyof typeof people],
  visit: Answer<'getVisit'>,
  now = after,
  words: ReflectionWords = {
    answers: [{ shift: 'interests', text: 'Wants to build bridges' }],
    apply: 'Bring models of bridges into maths',
  },
  together = false,
) {
  const { deps, context } = scene.as(who, now);
  const own = visit.reflections.find(({ personId }) => personId === who.personId);
  return writeReflection(deps, context, {
    ...none,
    params: { visitId: visit.visitId, studentId: own?.studentId ?? '' },
    body: { words, together, rev: own?.rev ?? 0 },
  });
}
