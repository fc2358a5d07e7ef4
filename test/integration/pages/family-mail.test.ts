import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { changeGuardian as correctGuardian } from '#functions/app/households/change-guardian.ts';
import { cancelAsFamily } from '#functions/app/pages/cancel-as-family.ts';
import { confirmVisit } from '#functions/app/pages/confirm-visit.ts';
import { declineAsFamily } from '#functions/app/pages/decline-as-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { changeGuardian } from '#test/support/announcement-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { familyMail, linkByMail, openMailedHousehold, settle } from '#test/support/family-mail-steps.ts';
import { asFamily } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import {
  accept,
  after,
  answerRequest,
  before,
  complete,
  plan,
  propose,
  schedule,
} from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const onPage = { params: { link: '' }, query: {}, body: {} };
const visitOf = (visitId: string) => ({ link: '', visitId });

describe('an address from which mail comes back', () => {
  const readHousehold = async (scene: Scene) => {
    const { deps, context } = scene.as(people.coordinator, before);
    const { guardians } = await getFamily(deps, context, {
      ...none,
      params: { familyId: household.familyId },
    });
    return guardians.map(({ name, mailProblem }) => [name, mailProblem]);
  };

  test('is shown beside its guardian alone, until staff correct it (I38)', async () => {
    const { scene, mail } = await openMailedHousehold(engine, [{ name: 'Ola Other' }]);
    await changeGuardian(scene, 1, { email: 'bounce@simulator.amazonses.com' });
    const lead = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    await inviteFamily(lead.deps, lead.context, { ...none, params, body: { how: 'email', rev: 0 } });
    expect(await readHousehold(scene)).toContainEqual(['Gia Guardian', null]);
    await settle(scene, mail);
    await mail.report(before);
    expect(await readHousehold(scene)).toEqual(
      expect.arrayContaining([
        ['Gia Guardian', 'bounce'],
        ['Ola Other', null],
      ]),
    );
    const { deps, context } = scene.as(people.coordinator, before);
    await correctGuardian(deps, context, {
      params: { ...params, guardianId: idOf('gua', 1) },
      query: undefined,
      body: { rev: 3, email: 'gia.right@home.example' },
    });
    expect(await readHousehold(scene)).toContainEqual(['Gia Guardian', null]);
  });
});

describe('an invitation by e-mail', () => {
  test('reaches every guardian who may be reached, once, each with a link of their own', async () => {
    const { scene, mail } = await openMailedHousehold(engine, [{}, { noContact: true }, { email: null }]);
    const { deps, context } = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    await inviteFamily(deps, context, { ...none, params, body: { how: 'email', rev: 0 } });
    await settle(scene, mail);
    const sent = await familyMail(mail);
    expect(sent.map(({ to }) => to).sort()).toEqual(['gia@home.example', 'other0@home.example']);
    expect(new Set(sent.map(({ link }) => link)).size).toBe(2);
    for (const { link } of sent) {
      const family = asFamily(scene, link);
      expect(await getFamilyPage(family.deps, family.context, { ...onPage, body: undefined })).toMatchObject({
        status: 'invited',
      });
    }
  });

  test('is refused in words when nobody of the family has an address', async () => {
    const scene = await openScene(engine);
    const { deps, context } = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    const invited = inviteFamily(deps, context, { ...none, params, body: { how: 'email', rev: 0 } });
    await expect(invited).rejects.toMatchObject({ reason: 'family.no_email' });
  });

  test('is refused as well when the only address takes no mail: nobody would have been asked', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await changeGuardian(scene, 1, { email: 'bounce@simulator.amazonses.com' });
    const { deps, context } = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    const body = { how: 'email', rev: 0 } as const;
    const { rev } = await inviteFamily(deps, context, { ...none, params, body });
    await settle(scene, mail);
    await mail.report(before);
    const again = inviteFamily(deps, context, { ...none, params, body: { ...body, rev } });
    await expect(again).rejects.toMatchObject({ reason: 'family.no_email' });
  });

  test('is not sent any more once the family has answered', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    const { deps, context } = scene.as(people.lead, before);
    const params = { familyId: household.familyId };
    const body = { how: 'email', rev: 0 } as const;
    await inviteFamily(deps, context, { ...none, params, body });
    await changeGuardian(scene, 1, { noContact: true });
    await settle(scene, mail);
    expect(await familyMail(mail)).toEqual([]);
  });
});

describe('mail about a visit', () => {
  test('goes to the family once the visit stands, in its language, with a calendar entry and no address', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    const proposed = await propose(scene);
    await settle(scene, mail);
    expect(await familyMail(mail)).toEqual([]);
    await cancelVisit(...staff(scene, proposed, { outcome: 'cancelled', side: 'team', reason: 'other' }));
    const visit = await schedule(scene);
    await settle(scene, mail);
    const [sent, ...more] = await familyMail(mail);
    expect(more).toEqual([]);
    expect(sent?.subject).toBe('Su visita al hogar el jueves, 1 de octubre');
    expect(sent?.event).toEqual({
      method: 'REQUEST',
      uid: `${visit.visitId}-family@porchlight`,
      sequence: visit.sequence,
      location: 'en su casa',
      starts: visit.startsAt,
    });
    expect(sent?.text).toContain('Lea Lead y Pat Partner');
  });

  test('is the first word of it also when the team was changed on the way there', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    const declined = await answerRequest(scene, people.partner.personId, 'no', await propose(scene));
    const changed = await changedTo(scene, declined, { partnerIds: [people.third.personId] });
    const visit = await answerRequest(scene, people.third.personId, 'yes', changed);
    await settle(scene, mail);
    const subjects = async () => (await familyMail(mail)).map(({ subject }) => subject).sort();
    expect(await subjects()).toEqual(['Su visita al hogar el jueves, 1 de octubre']);

    const moved = await changedTo(scene, visit, { partnerIds: [people.third.personId], time: '17:30' });
    await answerRequest(scene, people.third.personId, 'yes', moved);
    await settle(scene, mail);
    expect(await subjects()).toEqual([
      'Su visita al hogar el jueves, 1 de octubre',
      'Su visita al hogar es ahora el jueves, 1 de octubre',
    ]);
  });

  test('never tells of the end of a visit that never stood', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    const changed = await changedTo(scene, await propose(scene), { time: '17:30' });
    await cancelVisit(...staff(scene, changed, { outcome: 'cancelled', side: 'team', reason: 'other' }));
    await settle(scene, mail);
    expect(await familyMail(mail)).toEqual([]);
  });

  test('a cancellation takes the same entry out again, with a higher sequence', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    const visit = await schedule(scene);
    await settle(scene, mail);
    const [arranged] = await familyMail(mail);
    const family = asFamily(scene, arranged?.link ?? '');
    await cancelAsFamily(family.deps, family.context, { ...onPage, params: visitOf(visit.visitId) });
    await settle(scene, mail);
    const events = (await familyMail(mail)).map(({ event }) => event);
    expect(events.map((event) => event?.method).sort()).toEqual(['CANCEL', 'REQUEST']);
    expect(new Set(events.map((event) => event?.uid)).size).toBe(1);
    const cancelled = events.find((event) => event?.method === 'CANCEL');
    expect(cancelled?.sequence).toBeGreaterThan(arranged?.event?.sequence ?? Number.NaN);
  });

  test('I12: nothing more is sent to a family that has declined meanwhile', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    await schedule(scene);
    const link = await linkByMail(scene, mail);
    const told = (await familyMail(mail)).length;
    const family = asFamily(scene, link);
    await declineAsFamily(family.deps, family.context, onPage);
    await settle(scene, mail);
    expect(await familyMail(mail)).toHaveLength(told);
  });

  test('afterwards asks how it was; the answer is the proof of visit, and nothing is asked twice', async () => {
    const { scene, mail } = await openMailedHousehold(engine);
    await accept(scene);
    const visit = await complete(scene, await schedule(scene));
    await settle(scene, mail, after);
    const asked = (await familyMail(mail)).filter(({ subject }) => subject.includes('¿Cómo fue'));
    expect(asked).toHaveLength(1);
    const family = asFamily(scene, asked[0]?.link ?? '', after);
    const body = { how: 'good', words: 'Nos gustó mucho' } as const;
    await confirmVisit(family.deps, family.context, { ...onPage, params: visitOf(visit.visitId), body });
    const [stored] = await scene.items('visit');
    expect(stored?.data['confirmedAt']).toBe(after);
    const page = await getFamilyPage(family.deps, family.context, { ...onPage, body: undefined });
    expect(page.past[0]?.feedback).toMatchObject({ how: 'good', words: 'Nos gustó mucho' });
  });
});

async function changedTo(
  scene: Scene,
  { visitId, rev }: Answer<'getVisit'>,
  change: Partial<Args<'changeVisit'>['body']>,
) {
  const { deps, context } = scene.as(people.lead, before);
  const { familyId: _, studentIds: __, ...same } = plan;
  return changeVisit(deps, context, { ...none, params: { visitId }, body: { ...same, ...change, rev } });
}
const staff = (
  scene: Scene,
  visit: { visitId: string; rev: number },
  body: { outcome: 'cancelled'; side: 'team'; reason: 'other' },
) => {
  const { deps, context } = scene.as(people.lead, before);
  const params = { visitId: visit.visitId };
  return [deps, context, { ...none, params, body: { ...body, rev: visit.rev } }] as const;
};
