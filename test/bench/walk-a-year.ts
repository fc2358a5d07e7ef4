import { addContact } from '#functions/app/contacts/add-contact.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { confirmVisit } from '#functions/app/pages/confirm-visit.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import { decideLateVisit } from '#functions/app/visits/decide-late-visit.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import { asFamily, linkOf, sayYes } from '#test/support/family-steps.ts';
import { household, people, type Scene } from '#test/support/school-scene.ts';
import {
  accept,
  answerRequest,
  before,
  complete,
  plan,
  propose,
  reflect,
} from '#test/support/visit-steps.ts';

/** Runs one command, and notes under its name what it cost. */
export type Measured = <T>(command: string, run: () => Promise<T>) => Promise<T>;

const none = { params: undefined, query: undefined, body: undefined };
const during = '2026-10-01T23:00:00.000Z';
const nextDay = '2026-10-02T23:00:00.000Z';
const { familyId: _, studentIds: __, ...samePlan } = plan;

/** Everything that the people of one school do with two families, from the invitation to the reflection. */
export async function walkAYear(scene: Scene, measured: Measured): Promise<void> {
  const lead = (now: string) => scene.as(people.lead, now);
  const { familyId } = household;

  await measured('invite', () => {
    const { deps, context } = lead(before);
    return inviteFamily(deps, context, { ...none, params: { familyId }, body: { how: 'phone', rev: 0 } });
  });
  const link = await linkOf(scene);
  await measured('family page', () => {
    const { deps, context } = asFamily(scene, link);
    return getFamilyPage(deps, context, { params: { link }, query: {}, body: undefined });
  });
  await measured('family says yes', () => sayYes(scene, link));
  const asked = await measured('propose', () => propose(scene));
  const visit = await measured('partner says yes', () =>
    answerRequest(scene, people.partner.personId, 'yes', asked),
  );
  const params = { visitId: visit.visitId };
  const moved = await measured('change', () => {
    const { deps, context } = lead(before);
    const body = { ...samePlan, time: '17:00', rev: visit.rev };
    return changeVisit(deps, context, { ...none, params, body });
  });
  const firm = await measured('partner says yes again', () =>
    answerRequest(scene, people.partner.personId, 'yes', moved),
  );
  await measured('today', () => {
    const { deps, context } = lead(before);
    return getToday(deps, context, none);
  });
  await measured('visit', () => {
    const { deps, context } = lead(before);
    return getVisit(deps, context, { ...none, params });
  });
  const done = await measured('log', () => complete(scene, firm, during));
  await measured('family confirms', () => {
    const { deps, context } = asFamily(scene, link, nextDay);
    const body = { how: 'good', words: '' } as const;
    return confirmVisit(deps, context, { params: { link, visitId: visit.visitId }, query: {}, body });
  });
  await measured('reflect', () => reflect(scene, people.lead, done, during));
  await measured('contact', () => {
    const { deps, context } = lead(nextDay);
    const words = { with: 'Gia', how: 'phone', direction: 'to_family', line: 'Thank you' } as const;
    const body = { ...words, on: '2026-10-02', askedForVisit: false };
    return addContact(deps, context, { ...none, params: { familyId }, body });
  });

  const other = await scene.addHousehold(2);
  await accept(scene, other.familyId);
  const others = { familyId: other.familyId, studentIds: [other.students[0] ?? ''] };
  const second = await propose(scene, { ...others, date: '2026-10-02' });
  await measured('cancel', () => {
    const { deps, context } = lead(before);
    const body = { outcome: 'cancelled', side: 'family', reason: 'other', rev: second.rev } as const;
    return cancelVisit(deps, context, { ...none, params: { visitId: second.visitId }, body });
  });
  const late = await measured('write down late', () => {
    const { deps, context } = lead(nextDay);
    const body = { ...plan, ...others, date: '2026-09-29', reason: 'They asked us in' };
    return recordLateVisit(deps, context, { ...none, body });
  });
  await measured('approve late', () => {
    const { deps, context } = scene.as(people.coordinator, nextDay);
    const body = { decision: 'approved', rev: late.rev } as const;
    return decideLateVisit(deps, context, { ...none, params: { visitId: late.visitId }, body });
  });
}
