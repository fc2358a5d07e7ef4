import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { decideLateVisit } from '#functions/app/visits/decide-late-visit.ts';
import { proposeVisit } from '#functions/app/visits/propose-visit.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import { preferences } from '#functions/data/entities/people.ts';
import { callAs, districtA, policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, people, type Scene } from '#test/support/school-scene.ts';
import { plan, reflect, schedule } from '#test/support/visit-steps.ts';
import { afterFirstVisit, minutesAfter, reflectionDue, subjects } from './digest-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
/** The season begins on Monday, 11 January 2027; 07:00 in Chicago is 13:00 UTC then. */
const season = '2027-01-11T13:00:00.000Z';

describe('the season of second visits', () => {
  /** Reflections and claims of autumn are said and done before January. */
  async function inJanuary() {
    const opened = await afterFirstVisit(engine, policyWith({ kind: 'unpaid' }));
    await reflect(opened.scene, people.lead, opened.visit);
    await reflect(opened.scene, people.partner, opened.visit);
    return opened;
  }
  const answer = async (scene: Scene, body: 'accepted' | 'declined', now: string) => {
    const invitation = (await scene.items('invitation'))[0];
    const { deps, context } = scene.as(people.lead, now);
    const params = { familyId: household.familyId };
    await recordAnswer(deps, context, { ...none, params, body: { answer: body, rev: invitation?.rev ?? 0 } });
  };

  test('prompts the lead on its first mailing morning, and nobody else (I35)', async () => {
    const { mail } = await inJanuary();
    await mail.quarterHour(minutesAfter(season, -15));
    expect(await mail.inbox()).toEqual([]);
    await mail.quarterHour(season);
    expect(await subjects(mail)).toEqual(['It is the season for second visits']);
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('brings no prompt about a family that declined (I12)', async () => {
    const { scene, mail } = await inJanuary();
    await answer(scene, 'declined', '2026-12-01T18:00:00.000Z');
    await mail.quarterHour(season);
    expect(await mail.inbox()).toEqual([]);
  });

  test('brings it about a family that declined and reopened (I12)', async () => {
    const { scene, mail } = await inJanuary();
    await answer(scene, 'declined', '2026-12-01T18:00:00.000Z');
    await answer(scene, 'accepted', '2026-12-15T18:00:00.000Z');
    await mail.quarterHour(season);
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('brings no prompt when the second visit is arranged already (I35)', async () => {
    const { scene, mail } = await inJanuary();
    await schedule(scene, { date: '2027-01-20' }, '2027-01-05T18:00:00.000Z');
    await mail.quarterHour(season);
    expect(await mail.inbox()).toEqual([]);
  });

  test('prompts once, and the lead of the first visit, when a second fell through before the season', async () => {
    const { scene, mail } = await inJanuary();
    const early = '2026-12-10T18:00:00.000Z';
    const asPartner = scene.as(people.partner, early);
    const body = { ...plan, date: '2027-01-20', partnerIds: [people.lead.personId] };
    const { visitId, rev } = await proposeVisit(asPartner.deps, asPartner.context, { ...none, body });
    const because = { outcome: 'cancelled', side: 'family', reason: 'illness', rev } as const;
    await cancelVisit(asPartner.deps, asPartner.context, { ...none, params: { visitId }, body: because });
    await mail.quarterHour(season);
    expect(await subjects(mail)).toEqual(['It is the season for second visits']);
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('prompts again when a second visit that was written down late is not approved', async () => {
    const { scene, mail } = await inJanuary();
    await mail.quarterHour(season);
    const asLead = scene.as(people.lead, '2027-01-13T18:00:00.000Z');
    const body = { ...plan, date: '2027-01-12', reason: 'We met the family at the library' };
    const { visitId, rev } = await recordLateVisit(asLead.deps, asLead.context, { ...none, body });
    const boss = scene.as(people.coordinator, '2027-01-14T18:00:00.000Z');
    const refused = { decision: 'refused', rev } as const;
    await decideLateVisit(boss.deps, boss.context, { ...none, params: { visitId }, body: refused });
    // A week’s rest, on the first mailing morning.
    await mail.quarterHour('2027-01-21T13:00:00.000Z');
    expect(await subjects(mail)).toHaveLength(2);
  });

  test('offers to stop prompts by one POST without signing in; pay notices go on (I37)', async () => {
    const { scene, mail } = await inJanuary();
    await mail.quarterHour(season);
    const [prompt] = await mail.inbox();
    const headers = (prompt?.raw.split('\r\n\r\n')[0] ?? '').replaceAll('\r\n ', ' ');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const link = /List-Unsubscribe: <https:\/\/porchlight\.example\/api\/unsubscribe\/([^>]+)>/.exec(
      headers,
    )?.[1];
    const [districtId = '', subject = '', secret = ''] = link?.split('.') ?? [];
    expect([districtId, subject]).toEqual([districtA, people.lead.personId]);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(JSON.stringify(await scene.items())).not.toContain(secret);

    const { deps, context: base } = callAs(engine.client, scene.tableName, season, people.lead);
    const context = { ...base, scope: 'link' as const, districtId, subject, secret };
    await unsubscribe(deps, context, { ...none, params: { link: link ?? '' } });
    expect((await scene.items('preferences'))[0]?.data).toMatchObject({ seasonalPrompts: false });
  });

  test('brings no prompt to somebody who stopped them (I37)', async () => {
    const { scene, mail } = await inJanuary();
    const work = scene.as(people.lead, season).deps.table.begin('person.unsubscribed', 'x');
    work.save(preferences, { personId: people.lead.personId, seasonalPrompts: false });
    await work.commit(null);
    await mail.quarterHour(season);
    expect(await mail.inbox()).toEqual([]);
  });

  test('leaves mail about what is owed without an unsubscribe link (I37)', async () => {
    const { mail } = await afterFirstVisit(engine);
    await mail.quarterHour(reflectionDue);
    const raw = (await mail.inbox()).map((one) => one.raw).join('');
    expect(raw).toContain('Subject: A reflection is waiting');
    expect(raw).not.toMatch(/unsubscribe/i);
  });
});
