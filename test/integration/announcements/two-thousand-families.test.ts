import { afterAll, beforeAll, expect, test } from 'vitest';
import { newIdAt } from '#functions/adapters/ids.ts';
import { sendNextFamilies } from '#functions/app/announcements/send-next-families.ts';
import { deliverMessage } from '#functions/app/mail/deliver-message.ts';
import type { OutgoingMail } from '#functions/app/mail/ports.ts';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { familyStudent } from '#functions/data/entities/roster.ts';
import { announcement } from '#functions/data/entities/schools.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { Table } from '#functions/data/table.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import { workers } from '#infra/functions.ts';
import { announce } from '#test/support/announcement-steps.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { idOf, openScene, type Scene, schools } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

/** The scene’s own household, which has no address, among them. */
const families = 2_000;
const familiesOfStep = 20;
/** Four rows each, in a transaction of the scene. */
const writtenAtOnce = 20;
/** As the mail queue hands them to its function. */
const mailsOfBatch = 10;

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function openLargeSchool(): Promise<Scene> {
  // The local engine slows down with a long stream; nobody reads this one.
  const scene = await openScene(engine, undefined, await engine.newTable('without stream'));
  const table = systemTable(engine.client, scene.tableName, before);
  for (let from = 2; from <= families; from += writtenAtOnce) {
    const work = table.begin('families.added', 'large school');
    for (let n = from; n < from + writtenAtOnce && n <= families; n += 1) {
      const [familyId, studentId] = [idOf('fam', n), idOf('stu', n + 10_000)];
      const student = {
        familyId,
        studentId,
        schoolId: schools.oak,
        givenName: 'Uma',
        familyName: `No. ${n}`,
      };
      work.create(family, { familyId, language: n % 2 === 0 ? 'es' : 'en', doNotContact: false });
      work.create(guardian, {
        guardianId: idOf('gua', n),
        familyId,
        name: 'Gia Guardian',
        email: `guardian${n}@families.example`,
        phone: null,
        prefers: null,
        noContact: false,
      });
      work.create(familyStudent, student);
      work.create(studentYear, {
        ...student,
        year: year2026.year,
        invitation: 'not_invited',
        askedByFamily: false,
        doNotContact: false,
        visits: [],
      });
    }
    await work.commit(null);
  }
  return scene;
}

/** The district’s table as the workers of an announcement use it, and what they asked for since the last look. */
function workbench(scene: Scene) {
  const { context } = systemTable(engine.client, scene.tableName, before);
  const ids = newIdAt(before);
  let asked: string[] = [];
  const table = new DistrictTable(engine.client, scene.tableName, context, (prefix) => {
    const id = ids(prefix);
    if (prefix === 'msg') asked.push(id);
    return id;
  });
  const office = new Table(engine.client, scene.tableName, before);
  const accounts = { open: () => Promise.reject(new Error('an announcement opens no account')) };
  return {
    table,
    tasks: { openDistrict: async () => table, office, accounts },
    /** Messages that were kept; those of a transaction that lost against another never were. */
    async newMessages() {
      const wanted = asked.map((id) => ({ pk: keys.outbox(districtA, id), sk: keys.word.outbox }));
      asked = [];
      return readAll(outboxMessage, await table.getMany(wanted));
    },
  };
}

test('two thousand families are written to once each, in steps that stay small, through crashes and repeats', {
  timeout: 240_000,
}, async () => {
  const scene = await openLargeSchool();
  const { table, tasks, newMessages } = workbench(scene);
  const pressed = performance.now();
  const { announcementId } = await announce(scene);
  const accepted = performance.now() - pressed;
  const at = { pk: keys.ownSchool(districtA, schools.oak), sk: keys.announcement(announcementId) };
  const standing = async () => (await table.get(announcement, at)) ?? { done: 0, mails: 0, withoutMail: 0 };
  const [first] = (await scene.items('outbox')).map(({ data }) => String(data['messageId']));

  const begun = performance.now();
  let [done, slowest, next] = [0, 0, first ?? ''];
  const messages: string[] = [];
  for (let step = 0; done < families; step += 1) {
    const started = performance.now();
    const job = { districtId: districtA, messageId: next };
    const run = () => runTask(tasks, job);
    // Now and then the function ends after its work and before it is marked as done, or two get the same task.
    if (step % 25 === 7)
      await sendNextFamilies(table, {
        kind: 'send_announcement',
        schoolId: schools.oak,
        announcementId,
        from: done,
      });
    await Promise.allSettled(step % 10 === 5 ? [run(), run()] : []);
    await run();
    slowest = Math.max(slowest, performance.now() - started);
    const after = (await standing()).done;
    expect(after).toBe(done + familiesOfStep);
    done = after;
    const written = await newMessages();
    next = written.find(({ body }) => body.kind === 'send_announcement')?.messageId ?? '';
    messages.push(...written.map(({ messageId }) => messageId).filter((id) => id !== next));
  }
  const askedFor = performance.now() - begun;
  expect(await standing()).toMatchObject({ done: families, mails: families - 1, withoutMail: 1 });

  const mails: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail) => {
    mails.push(mail);
    return { kind: 'accepted', mailServiceId: `ses-${mails.length}` } as const;
  };
  const deliver = (messageId: string) =>
    deliverMessage(
      {
        table,
        sender: { send },
        settings: {
          fromAddress: 'mail@porchlight.example',
          postalAddress: '1 Example Street',
          webOrigin: 'https://porchlight.example',
        },
        newSecret: () => crypto.randomUUID().replaceAll('-', '').slice(0, 22),
      },
      messageId,
    );
  for (let from = 0; from < messages.length; from += mailsOfBatch)
    await Promise.all(messages.slice(from, from + mailsOfBatch).map(deliver));
  const sent = performance.now() - begun - askedFor;
  expect(new Set(mails.map(({ kind, to }) => `${kind} ${to.email}`)).size).toBe(families - 1);
  expect(mails).toHaveLength(families - 1);
  // A repeat of a batch, as a queue may bring it, sends nothing again (I32).
  await Promise.all(messages.slice(0, mailsOfBatch).map(deliver));
  expect(mails).toHaveLength(families - 1);

  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  process.stdout.write(
    `Announcement to ${families} families: accepted in ${seconds(accepted)}, ${mails.length} mails asked for in ${seconds(askedFor)}, ` +
      `the slowest of ${families / familiesOfStep} steps ${seconds(slowest)} of ${workers.taskRunner.timeoutSeconds} s; ` +
      `sent in ${seconds(sent)}\n`,
  );
});
