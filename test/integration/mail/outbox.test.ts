import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailJob, TaskJob } from '#functions/app/mail/jobs.ts';
import { publish } from '#functions/app/mail/publish.ts';
import { invitePerson } from '#functions/app/people/invite-person.ts';
import { readStreamRecord } from '#functions/data/stream-record.ts';
import { districtA } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { streamOf } from '#test/support/stream.ts';
import { accept, before, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function published(tableName: string) {
  const mail: MailJob[] = [];
  const tasks: TaskJob[] = [];
  const into = <Job>(jobs: Job[]) => ({
    send: async (more: readonly Job[]) => {
      jobs.push(...more);
    },
  });
  for (const record of await streamOf(engine, tableName)) {
    const change = readStreamRecord(record);
    // The stream's filter of the stack: insertions of outbox rows.
    if (change.after?.et === 'outbox') await publish({ mail: into(mail), tasks: into(tasks) }, change);
  }
  const byMessage = (one: MailJob, other: MailJob) =>
    JSON.stringify(one).localeCompare(JSON.stringify(other));
  return { mail: mail.sort(byMessage), tasks };
}

test('every message that a command promised goes to its queue once, whatever becomes of its row', async () => {
  const scene = await openScene(engine);
  const mailing = await openMail(scene);
  await accept(scene);
  await schedule(scene);
  const waiting = await mailing.outbox();
  for (const job of waiting) await mailing.run(job, before);

  const { mail, tasks } = await published(scene.tableName);
  expect(mail).toEqual(waiting);
  expect(mail).toHaveLength(3);
  // The family is told too, once somebody has looked who its guardians are.
  expect(tasks).toHaveLength(1);
});

test('an invited person is a task and a mail, each on its own queue', async () => {
  const scene = await openScene(engine);
  const stored = (await scene.items('person')).find(
    ({ data }) => data['personId'] === people.partner.personId,
  );
  const { deps, context } = scene.as(people.admin, before);
  await invitePerson(deps, context, {
    query: undefined,
    params: { personId: people.partner.personId },
    body: { rev: stored?.rev ?? 0 },
  });
  const { mail, tasks } = await published(scene.tableName);
  expect(mail).toMatchObject([{ kind: 'message', districtId: districtA }]);
  expect(tasks).toMatchObject([{ districtId: districtA }]);

  const mailing = await openMail(scene);
  for (const job of mail) await mailing.run(job, before);
  expect((await mailing.inbox()).map(({ to, mail: { subject } }) => [to, subject])).toEqual([
    ['partner@maple.example', 'Your way into Porchlight, Maple County Schools'],
  ]);
});
