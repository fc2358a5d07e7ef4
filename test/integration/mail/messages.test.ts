import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MailJob } from '#functions/app/mail/jobs.ts';
import { readReport } from '#functions/app/mail/take-feedback.ts';
import { changePerson } from '#functions/app/people/change-person.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { districtA } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { Crash, type MailScene, openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const minutesLater = (minutes: number) => new Date(Date.parse(before) + minutes * 60_000).toISOString();
const none = { params: undefined, query: undefined, body: undefined };

/** A visit is arranged, so two invitations wait in the outbox: the lead's and the partner's. */
async function arranged() {
  const scene = await openScene(engine);
  const mail = await openMail(scene);
  await accept(scene);
  const visit = await schedule(scene);
  // The request that the partner has answered already says nothing any more.
  const firm = (await scene.items('outbox')).filter(
    ({ data }) => (data['body'] as { kind: string }).kind === 'visit_scheduled',
  );
  const jobs = (await mail.outbox()).filter(
    (job) => job.kind === 'message' && firm.some(({ data }) => data['messageId'] === job.messageId),
  );
  const [first] = jobs;
  if (first === undefined) throw new Error('nothing waits in the outbox');
  return { scene, mail, visit, jobs, first };
}

const outboxStatus = async (scene: Scene, job: MailJob) => {
  const rows = await scene.items('outbox');
  return rows.find(({ data }) => job.kind === 'message' && data['messageId'] === job.messageId)?.data;
};

async function change(scene: Scene, body: { email: string | null }) {
  const stored = (await scene.items('person')).find(({ data }) => data['personId'] === people.lead.personId);
  const { deps, context } = scene.as(people.admin, before);
  const params = { personId: people.lead.personId };
  await changePerson(deps, context, { ...none, params, body: { ...body, rev: stored?.rev ?? 0 } });
}

const recipients = async (mail: MailScene) => (await mail.inbox()).map(({ to }) => to).sort();

describe('a visit that is arranged', () => {
  test('brings everyone of the team one mail with an invitation to the calendar', async () => {
    const { mail, jobs, visit } = await arranged();
    for (const job of jobs) await mail.run(job, before);
    expect(await recipients(mail)).toEqual(['lead@maple.example', 'partner@maple.example']);
    for (const { mail: parsed } of await mail.inbox()) {
      const calendar = String(parsed.attachments[0]?.content);
      const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
      expect(parsed.subject).toBe('Visit on Thursday, October 1 with the family of Uma');
      expect(lines).toContain('METHOD:REQUEST');
      expect(lines).toContain(`UID:${visit.visitId}@porchlight`);
      expect(lines).toContain('DTSTART:20261001T213000Z');
      expect(lines).toContain('LOCATION:at the family’s home');
      expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(2);
    }
  });

  test('is tagged, so that what becomes of the mail finds its way back', async () => {
    const { mail, scene, first } = await arranged();
    await mail.run(first, before);
    expect(await mail.report(before)).toEqual(['Send', 'Delivery']);
    expect(await outboxStatus(scene, first)).toMatchObject({ status: 'done', leaseUntil: null });
  });

  test('and cancelled before the mail left brings only the cancellation, of the same entry', async () => {
    const { scene, mail, visit } = await arranged();
    const { deps, context } = scene.as(people.lead, minutesLater(1));
    const { visitId, rev } = visit;
    await cancelVisit(deps, context, {
      ...none,
      params: { visitId },
      body: { outcome: 'cancelled', side: 'family', reason: 'other', rev },
    });
    for (const job of await mail.outbox()) await mail.run(job, minutesLater(2));
    const calendars = (await mail.inbox()).map(({ mail: { attachments } }) =>
      String(attachments[0]?.content),
    );
    expect(calendars).toHaveLength(2);
    for (const calendar of calendars) {
      expect(calendar).toContain(`UID:${visitId}@porchlight`);
      expect(calendar).toContain('METHOD:CANCEL');
      expect(calendar).toContain('SEQUENCE:2');
    }
  });
});

describe('at most one mail is accepted (I32)', () => {
  test('when the job comes twice', async () => {
    const { mail, first } = await arranged();
    expect(await mail.run(first, before)).toMatchObject({ kind: 'sent' });
    expect(await mail.run(first, before)).toEqual({ kind: 'done_before' });
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('when several senders take it at once', async () => {
    const { mail, first } = await arranged();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => mail.run(first, before)));
    const sent = outcomes.filter((one) => one.status === 'fulfilled' && one.value.kind === 'sent');
    expect(sent).toHaveLength(1);
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('when the function dies after the mail service accepted, before it could write that down', async () => {
    const { scene, mail, first } = await arranged();
    await expect(mail.crashAfterAccepted(first, before)).rejects.toThrow(Crash);
    await expect(mail.run(first, minutesLater(6))).rejects.toThrow('try later: leased');
    await mail.report(minutesLater(7));
    expect(await outboxStatus(scene, first)).toMatchObject({ status: 'done' });
    expect(await mail.run(first, minutesLater(30))).toEqual({ kind: 'done_before' });
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('when the service’s answer is lost on the way', async () => {
    const { mail, first } = await arranged();
    await mail.withLineCut(() => expect(mail.run(first, before)).rejects.toThrow('try later: uncertain'));
    await mail.report(minutesLater(1));
    expect(await mail.run(first, minutesLater(30))).toEqual({ kind: 'done_before' });
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('when the report comes twice, and after the answer', async () => {
    const { scene, mail, first } = await arranged();
    await mail.run(first, before);
    const sent = await outboxStatus(scene, first);
    await mail.report(minutesLater(1));
    await mail.report(minutesLater(2));
    expect(await outboxStatus(scene, first)).toEqual(sent);
  });
});

describe('a mail is not lost', () => {
  test('when the function dies before it sends: it leaves once the lease is over', async () => {
    const { mail, first } = await arranged();
    await expect(mail.crashBeforeSending(first, before)).rejects.toThrow(Crash);
    await expect(mail.run(first, minutesLater(14))).rejects.toThrow('try later: leased');
    expect(await mail.run(first, minutesLater(16))).toMatchObject({ kind: 'sent' });
    expect(await mail.inbox()).toHaveLength(1);
  });

  test('when the mail service takes nothing just now: it leaves at the next try', async () => {
    const { scene, mail, first } = await arranged();
    await expect(mail.run(first, before, mail.tooFast)).rejects.toThrow('try later: not_now');
    expect(await outboxStatus(scene, first)).toMatchObject({ status: 'queued', leaseUntil: null });
    expect(await mail.run(first, minutesLater(1))).toMatchObject({ kind: 'sent' });
  });
});

describe('an address that takes no mail (I38)', () => {
  const problemOf = async (scene: Scene) =>
    (await scene.items('person')).find(({ data }) => data['personId'] === people.lead.personId)?.data[
      'mailProblem'
    ];
  const toLead = async (mail: MailScene, scene: Scene) => {
    const rows = await scene.items('outbox');
    const row = rows.find(({ data }) => {
      const { kind, personId } = data['body'] as { kind: string; personId?: string };
      return kind === 'visit_scheduled' && personId === people.lead.personId;
    });
    const messageId = String(row?.data['messageId']);
    return (await mail.outbox()).filter((job) => job.kind === 'message' && job.messageId === messageId);
  };

  test.each([
    ['bounces for good', 'bounce@simulator.amazonses.com', 'bounce'],
    ['complains', 'complaint@simulator.amazonses.com', 'complaint'],
  ])('because it %s is written to once, and the coordinator sees it', async (_case, email, problem) => {
    const { scene, mail } = await arranged();
    await change(scene, { email });
    for (const job of await toLead(mail, scene)) await mail.run(job, before);
    await mail.report(minutesLater(1));
    expect(await problemOf(scene)).toBe(problem);

    await schedule(scene, { studentIds: ['stu_00000000000000000000000002'], date: '2026-10-02' });
    const outcomes = [];
    for (const job of await mail.outbox()) outcomes.push(await mail.run(job, minutesLater(2)));
    expect(outcomes).toContainEqual({ kind: 'dropped', reason: 'suppressed' });
    expect((await mail.inbox()).filter(({ to }) => to === email)).toHaveLength(1);
  });

  test('because the mail service refuses it is closed like one that bounced', async () => {
    const { scene, mail, first } = await arranged();
    const outcome = await mail.run(first, before, { send: async () => ({ kind: 'refused' }) });
    expect(outcome).toEqual({ kind: 'dropped', reason: 'refused' });
    expect(await scene.items('suppression')).toHaveLength(1);
  });

  test('is written to again when the person has a new address', async () => {
    const { scene, mail } = await arranged();
    await change(scene, { email: 'bounce@simulator.amazonses.com' });
    const [job] = await toLead(mail, scene);
    if (job !== undefined) await mail.run(job, before);
    await mail.report(before);
    await change(scene, { email: 'lea.new@maple.example' });
    expect(await problemOf(scene)).toBeNull();
  });

  test('because there is none is no fault', async () => {
    const { scene, mail } = await arranged();
    await change(scene, { email: null });
    const [job] = await toLead(mail, scene);
    expect(job && (await mail.run(job, before))).toEqual({ kind: 'dropped', reason: 'no_address' });
  });
});

test('a report about a code of the sign-in service is none of ours; a damaged one of ours is told', () => {
  const mail = { messageId: 'x', tags: { 'ses:configuration-set': ['porchlight-mail'] } };
  expect(readReport({ detail: { eventType: 'Bounce', mail } })).toBeNull();
  const ours = { ...mail, tags: { ...mail.tags, message: ['msg_1'] } };
  expect(() => readReport({ detail: { eventType: 'Bounce', mail: ours } })).toThrow();
});

test('a job of another district finds nothing (I1)', async () => {
  const { mail, first } = await arranged();
  expect(first.districtId).toBe(districtA);
  const foreign = { ...first, messageId: 'msg_00000000000000000000000009' };
  expect(await mail.run(foreign as MailJob, before)).toEqual({ kind: 'done_before' });
});
