import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reminder } from '#functions/data/entities/visits.ts';
import { policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { Crash, openMail } from '#test/support/mail-scene.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { reflect, visited } from '#test/support/visit-steps.ts';
import {
  afterFirstVisit,
  leadsJob,
  minutesAfter,
  reflectionDue,
  reminders,
  subjects,
} from './digest-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const beforeReflectionDue = '2026-10-08T11:45:00.000Z';

describe('what is left undone', () => {
  test('brings each of the team a reminder of the own reflection on the morning it is due', async () => {
    const { scene, mail } = await afterFirstVisit(engine);
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
    const { mail } = await afterFirstVisit(engine, policyWith(undefined, { claimDueDays: 7 }));
    await mail.quarterHour(reflectionDue);
    const [digest] = (await mail.inbox()).filter(({ to }) => to === 'lead@maple.example');
    expect(digest?.mail.subject).toBe('Your visits: a few things are waiting');
    expect(digest?.mail.text).toContain('About Uma, visit on Thursday, October 1');
    expect(digest?.mail.text).toContain('Visit on Thursday, October 1: $20.00');
  });

  test('speaks of no claim to somebody who held no certificate that day, and so is never paid (I23)', async () => {
    const settings = policyWith(undefined, { claimDueDays: 7, minCertified: 1 });
    const scene = await openScene(engine, settings);
    const mail = await openMail(scene);
    await visited(scene, { partnerIds: [people.novice.personId] });
    await mail.quarterHour(reflectionDue);
    expect(await subjects(mail)).toEqual(['Your visits: a few things are waiting']);
    expect(await subjects(mail, 'novice@maple.example')).toEqual(['A reflection is waiting for your words']);
  });

  test('is not spoken of by those who have done it (I33)', async () => {
    const { scene, mail, visit } = await afterFirstVisit(engine);
    await reflect(scene, people.lead, visit, '2026-10-05T18:00:00.000Z');
    await mail.quarterHour(reflectionDue);
    expect(await subjects(mail)).toEqual([]);
    expect(await subjects(mail, 'partner@maple.example')).toHaveLength(1);
  });

  test('is not spoken of when it was done while the job lay in the queue (I33)', async () => {
    const { scene, mail, visit } = await afterFirstVisit(engine);
    const jobs = await mail.sweep(reflectionDue);
    await reflect(scene, people.lead, visit, minutesAfter(reflectionDue, 1));
    for (const job of jobs) await mail.run(job, minutesAfter(reflectionDue, 2));
    expect(await subjects(mail)).toEqual([]);
  });

  test('never carries what someone wrote in a reflection (I20)', async () => {
    const { scene, mail, visit } = await afterFirstVisit(engine);
    const words = {
      answers: [{ shift: 'understanding' as const, text: 'SECRET-HOPES of the family' }],
      apply: 'SECRET-PLAN for class',
    };
    await reflect(scene, people.partner, visit, '2026-10-05T18:00:00.000Z', words);
    await mail.quarterHour(reflectionDue);
    await mail.quarterHour('2026-10-13T12:00:00.000Z');
    const all = (await mail.inbox()).map(({ raw, mail: { text } }) => `${raw}${text}`);
    expect(all.length).toBeGreaterThan(1);
    expect(all.join('')).not.toContain('SECRET');
  });

  test('asks weeks later how it went, without saying what was to be tried (I20)', async () => {
    const { scene, mail, visit } = await afterFirstVisit(engine, policyWith({ kind: 'unpaid' }));
    await reflect(scene, people.partner, visit, '2026-10-05T18:00:00.000Z');
    // Four weeks later; 07:00 in Chicago is 13:00 UTC once daylight saving has ended.
    await mail.quarterHour('2026-11-02T13:00:00.000Z');
    expect(await subjects(mail, 'partner@maple.example')).toEqual(['How did it go in class?']);
    const [letter] = (await mail.inbox()).filter(({ to }) => to === 'partner@maple.example');
    expect(letter?.mail.text).toContain('LOOKING BACK');
    expect(letter?.mail.text).not.toContain('bridges');
    expect(letter?.raw).toContain('List-Unsubscribe-Post');
  });

  test('costs a sweep nothing once it is settled', async () => {
    const { scene, mail, visit } = await afterFirstVisit(engine);
    await reflect(scene, people.lead, visit, '2026-10-05T18:00:00.000Z');
    await reflect(scene, people.partner, visit, '2026-10-05T18:00:00.000Z');
    expect(await mail.sweep(reflectionDue)).toEqual([]);
  });
});

describe('one digest a day (I36)', () => {
  test('so what becomes due later that day waits for tomorrow’s', async () => {
    const { scene, mail } = await afterFirstVisit(engine);
    await mail.quarterHour(reflectionDue);
    const later = minutesAfter(reflectionDue, 60);
    const table = scene.as(people.lead, later).deps.table;
    const work = table.begin('test.planned', 'x');
    work.create(reminder, {
      rule: 'claim_due',
      personId: people.lead.personId,
      visitId: String((await reminders(scene, 'claim_due'))[0]?.['visitId']),
      studentId: null,
      expiresOn: null,
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
    const { mail } = await afterFirstVisit(engine);
    await Promise.allSettled(Array.from({ length: 6 }, () => mail.run(leadsJob, reflectionDue)));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('also when every event of the day comes again (I32)', async () => {
    const { mail } = await afterFirstVisit(engine);
    for (let quarter = 0; quarter < 8; quarter += 1)
      await mail.quarterHour(minutesAfter(reflectionDue, quarter * 15));
    for (let again = 0; again < 3; again += 1) await mail.run(leadsJob, minutesAfter(reflectionDue, 121));
    expect(await subjects(mail)).toHaveLength(1);
  });
});

describe('a crash (I32)', () => {
  test('after the mail service accepted does not bring the mail again', async () => {
    const { scene, mail } = await afterFirstVisit(engine);
    await expect(mail.crashAfterAccepted(leadsJob, reflectionDue)).rejects.toThrow(Crash);
    expect(await mail.run(leadsJob, minutesAfter(reflectionDue, 6))).toEqual({ kind: 'leased' });
    await mail.report(minutesAfter(reflectionDue, 7));
    expect(await mail.run(leadsJob, minutesAfter(reflectionDue, 20))).toEqual({ kind: 'nothing_due' });
    expect(await subjects(mail)).toHaveLength(1);
    expect((await reminders(scene, 'reflection_due'))[0]).toMatchObject({ status: 'sent' });
  });

  test('before anything was sent only delays it', async () => {
    const { mail } = await afterFirstVisit(engine);
    await expect(mail.crashBeforeSending(leadsJob, reflectionDue)).rejects.toThrow(Crash);
    await mail.quarterHour(minutesAfter(reflectionDue, 10));
    expect(await subjects(mail)).toEqual([]);
    await mail.quarterHour(minutesAfter(reflectionDue, 30));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('and an answer lost on the way count as sent once the service reports', async () => {
    const { mail } = await afterFirstVisit(engine);
    const outcome = await mail.withLineCut(() => mail.run(leadsJob, reflectionDue));
    expect(outcome).toEqual({ kind: 'uncertain' });
    await mail.report(minutesAfter(reflectionDue, 1));
    await mail.quarterHour(minutesAfter(reflectionDue, 30));
    expect(await subjects(mail)).toHaveLength(1);
  });

  test('is not needed for a second try when the service takes nothing just now', async () => {
    const { mail } = await afterFirstVisit(engine);
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
    const { scene, mail } = await afterFirstVisit(engine);
    expect(await mail.run(leadsJob, now)).toEqual({ kind: 'moved' });
    expect(await subjects(mail)).toEqual([]);
    expect((await reminders(scene, 'reflection_due'))[0]).toMatchObject({ dueAt, status: 'planned' });
  });

  test('an outage of four days is caught up in one digest by the first sweep of a day', async () => {
    const { mail } = await afterFirstVisit(engine);
    await mail.quarterHour('2026-10-12T00:05:00.000Z');
    expect(await subjects(mail)).toHaveLength(1);
  });
});
