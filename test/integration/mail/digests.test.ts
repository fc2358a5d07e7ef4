import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import type { MailJob } from '#functions/app/mail/jobs.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { preferences } from '#functions/data/entities/people.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import { callAs, districtA, policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { Crash, type MailScene, openMail } from '#test/support/mail-scene.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { reflect, schedule, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
/** The first visit is on Thursday, 1 October 2026. Its reflection is due on the 8th, 07:00 in Chicago is 12:00 UTC. */
const reflectionDue = '2026-10-08T12:00:00.000Z';
const beforeReflectionDue = '2026-10-08T11:45:00.000Z';
/** The season begins on Monday, 11 January 2027; 07:00 in Chicago is 13:00 UTC then. */
const season = '2027-01-11T13:00:00.000Z';
const minutesAfter = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

async function afterFirstVisit(settings = policyWith()) {
  const scene = await openScene(engine, settings);
  const mail = await openMail(scene);
  const visit = await visited(scene);
  return { scene, mail, visit };
}
const leadsJob: MailJob = { kind: 'digest', districtId: districtA, personId: people.lead.personId };

const subjects = async (mail: MailScene, to = 'lead@maple.example') =>
  (await mail.inbox())
    .filter((one) => one.to === to)
    .map((one) => one.mail.subject)
    .reverse();
const reminders = async (scene: Scene, rule: string, who: { personId: string } = people.lead) =>
  (await scene.items('reminder'))
    .map(({ data }) => data)
    .filter((data) => data['rule'] === rule && data['personId'] === who.personId)
    .sort((one, other) => Number(one['occurrence']) - Number(other['occurrence']));

describe('what is left undone', () => {
  test('brings each of the team a reminder of the own reflection on the morning it is due', async () => {
    const { scene, mail } = await afterFirstVisit();
    expect(await mail.quarterHour(beforeReflectionDue)).toEqual([]);
    expect(await mail.quarterHour(reflectionDue)).toHaveLength(2);
    expect(await subjects(mail)).toEqual(['A reflection is waiting for your words']);
    expect(await subjects(mail, 'partner@maple.example')).toHaveLength(1);
    expect(await reminders(scene, 'reflection_due')).toMatchObject([
      { occurrence: 1, status: 'sent', sentAt: reflectionDue },
      { occurrence: 2, status: 'planned' },
    ]);
  });

  test('brings a reminder of the claim, and both in one mail when they fall on one morning (I36)', async () => {
    const { mail } = await afterFirstVisit(policyWith(undefined, { claimDueDays: 7 }));
    await mail.quarterHour(reflectionDue);
    const [digest] = (await mail.inbox()).filter(({ to }) => to === 'lead@maple.example');
    expect(digest?.mail.subject).toBe('Your visits: a few things are waiting');
    expect(digest?.mail.text).toContain('About Uma, visit on Thursday, October 1');
    expect(digest?.mail.text).toContain('Visit on Thursday, October 1: $20.00');
  });

  test('is not spoken of by those who have done it (I33)', async () => {
    const { scene, mail, visit } = await afterFirstVisit();
    await reflect(scene, people.lead, visit, '2026-10-05T18:00:00.000Z');
    await mail.quarterHour(reflectionDue);
    expect(await subjects(mail)).toEqual([]);
    expect(await subjects(mail, 'partner@maple.example')).toHaveLength(1);
  });

  test('is not spoken of when it was done while the job lay in the queue (I33)', async () => {
    const { scene, mail, visit } = await afterFirstVisit();
    const jobs = await mail.sweep(reflectionDue);
    await reflect(scene, people.lead, visit, minutesAfter(reflectionDue, 1));
    for (const job of jobs) await mail.run(job, minutesAfter(reflectionDue, 2));
    expect(await subjects(mail)).toEqual([]);
  });

  test('never carries what someone wrote in a reflection (I20)', async () => {
    const { scene, mail, visit } = await afterFirstVisit();
    const words = { hopes: 'SECRET-HOPES of the family', apply: 'SECRET-PLAN for class' };
    await reflect(scene, people.partner, visit, '2026-10-05T18:00:00.000Z', words);
    await mail.quarterHour(reflectionDue);
    await mail.quarterHour('2026-10-13T12:00:00.000Z');
    const all = (await mail.inbox()).map(({ raw, mail: { text } }) => `${raw}${text}`);
    expect(all.length).toBeGreaterThan(1);
    expect(all.join('')).not.toContain('SECRET');
  });

  test('costs a sweep nothing once it is settled', async () => {
    const { scene, mail, visit } = await afterFirstVisit();
    await reflect(scene, people.lead, visit, '2026-10-05T18:00:00.000Z');
    await reflect(scene, people.partner, visit, '2026-10-05T18:00:00.000Z');
    expect(await mail.sweep(reflectionDue)).toEqual([]);
  });
});

describe('one digest a day (I36)', () => {
  test('so what becomes due later that day waits for tomorrow’s', async () => {
    const { scene, mail } = await afterFirstVisit();
    await mail.quarterHour(reflectionDue);
    const later = minutesAfter(reflectionDue, 60);
    const table = scene.as(people.lead, later).deps.table;
    const work = table.begin('test.planned', 'x');
    work.create(reminder, {
      rule: 'claim_due',
      personId: people.lead.personId,
      visitId: String((await reminders(scene, 'claim_due'))[0]?.['visitId']),
      studentId: null,
      occurrence: 9,
      dueAt: later,
      status: 'planned',
      sentAt: null,
    });
    await work.commit(null);
    expect(await mail.run(leadsJob, later)).toEqual({ kind: 'moved' });
    expect((await reminders(scene, 'claim_due')).at(-1)).toMatchObject({
      occurrence: 9,
      dueAt: '2026-10-09T12:00:00.000Z',
      status: 'planned',
    });
    await mail.quarterHour('2026-10-09T12:00:00.000Z');
    expect(await subjects(mail)).toEqual([
      'A reflection is waiting for your words',
      'A visit is ready for your pay claim',
    ]);
  });

  test('also when several senders take the job at once (I32)', async () => {
    const { mail } = await afterFirstVisit();
    await Promise.allSettled(Array.from({ length: 6 }, () => mail.run(leadsJob, reflectionDue)));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('also when every event of the day comes again (I32)', async () => {
    const { mail } = await afterFirstVisit();
    for (let quarter = 0; quarter < 8; quarter += 1)
      await mail.quarterHour(minutesAfter(reflectionDue, quarter * 15));
    for (let again = 0; again < 3; again += 1) await mail.run(leadsJob, minutesAfter(reflectionDue, 121));
    expect(await subjects(mail)).toHaveLength(1);
  });
});

describe('a crash (I32)', () => {
  test('after the mail service accepted does not bring the mail again', async () => {
    const { scene, mail } = await afterFirstVisit();
    await expect(mail.crashAfterAccepted(leadsJob, reflectionDue)).rejects.toThrow(Crash);
    expect(await mail.run(leadsJob, minutesAfter(reflectionDue, 6))).toEqual({ kind: 'leased' });
    await mail.report(minutesAfter(reflectionDue, 7));
    expect(await mail.run(leadsJob, minutesAfter(reflectionDue, 20))).toEqual({ kind: 'nothing_due' });
    expect(await subjects(mail)).toHaveLength(1);
    expect((await reminders(scene, 'reflection_due'))[0]).toMatchObject({ status: 'sent' });
  });

  test('before anything was sent only delays it', async () => {
    const { mail } = await afterFirstVisit();
    await expect(mail.crashBeforeSending(leadsJob, reflectionDue)).rejects.toThrow(Crash);
    await mail.quarterHour(minutesAfter(reflectionDue, 10));
    expect(await subjects(mail)).toEqual([]);
    await mail.quarterHour(minutesAfter(reflectionDue, 30));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('and an answer lost on the way count as sent once the service reports', async () => {
    const { mail } = await afterFirstVisit();
    const outcome = await mail.withLineCut(() => mail.run(leadsJob, reflectionDue));
    expect(outcome).toEqual({ kind: 'uncertain' });
    await mail.report(minutesAfter(reflectionDue, 1));
    await mail.quarterHour(minutesAfter(reflectionDue, 30));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('is not needed for a second try when the service takes nothing just now', async () => {
    const { mail } = await afterFirstVisit();
    await expect(mail.run(leadsJob, reflectionDue, mail.tooFast)).rejects.toThrow('try later: not_now');
    await mail.quarterHour(minutesAfter(reflectionDue, 1));
    expect(await subjects(mail)).toHaveLength(1);
  });
});

describe('the mailing window (I34)', () => {
  test.each([
    ['at night: in the morning', '2026-10-09T04:00:00.000Z', '2026-10-09T12:00:00.000Z'],
    ['on Thanksgiving: on the Saturday after', '2026-11-26T18:00:00.000Z', '2026-11-28T13:00:00.000Z'],
    ['the night clocks go back', '2026-11-01T07:30:00.000Z', '2026-11-01T13:00:00.000Z'],
  ])('a queue that runs late, %s', async (_case, now, dueAt) => {
    const { scene, mail } = await afterFirstVisit();
    expect(await mail.run(leadsJob, now)).toEqual({ kind: 'moved' });
    expect(await subjects(mail)).toEqual([]);
    expect((await reminders(scene, 'reflection_due'))[0]).toMatchObject({ dueAt, status: 'planned' });
  });

  test('an outage of four days is caught up in one digest by the first sweep of a day', async () => {
    const { mail } = await afterFirstVisit();
    await mail.quarterHour('2026-10-12T00:05:00.000Z');
    expect(await subjects(mail)).toHaveLength(1);
  });
});

describe('the season of second visits', () => {
  /** Reflections and claims of autumn are said and done before January. */
  async function inJanuary() {
    const opened = await afterFirstVisit(policyWith({ kind: 'unpaid' }));
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
    const { mail } = await afterFirstVisit();
    await mail.quarterHour(reflectionDue);
    const raw = (await mail.inbox()).map((one) => one.raw).join('');
    expect(raw).toContain('Subject: A reflection is waiting');
    expect(raw).not.toMatch(/unsubscribe/i);
  });
});
