import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAnnouncements } from '#functions/app/announcements/list-announcements.ts';
import { previewAnnouncement } from '#functions/app/announcements/preview-announcement.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { resumeAnnouncementsAsFamily } from '#functions/app/pages/resume-announcements-as-family.ts';
import { classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import {
  addGuardian,
  announce,
  changeFamily,
  changeGuardian,
  english,
  runTasks,
  spanish,
  toSchool,
} from '#test/support/announcement-steps.ts';
import { systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { idOf, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const params = { schoolId: schools.oak };

/** So many households at Oak, each with one guardian who has an address. */
async function openSchool(households: number): Promise<Scene> {
  const scene = await openScene(engine);
  for (let n = 2; n <= households; n += 1) await scene.addHousehold(n);
  for (let n = 1; n <= households; n += 1)
    await changeGuardian(scene, n, { email: `guardian${n}@families.example` });
  return scene;
}

const mailsOf = async (scene: Scene) =>
  (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; guardianId: string })
    .filter(({ kind }) => kind === 'family_announcement')
    .map(({ guardianId }) => guardianId)
    .sort();

async function history(scene: Scene, who: Parameters<Scene['as']>[0] = people.coordinator) {
  const { deps, context } = scene.as(who, before);
  return (await listAnnouncements(deps, context, { ...none, params, query: { limit: 50 } })).items;
}

async function answers(scene: Scene, n: number, answer: 'accepted' | 'declined') {
  const { deps, context } = scene.as(people.lead, before);
  const at = { familyId: idOf('fam', n) };
  const invited = await inviteFamily(deps, context, { ...none, params: at, body: { how: 'phone', rev: 0 } });
  await recordAnswer(deps, context, { ...none, params: at, body: { answer, rev: invited.rev } });
}

describe('an announcement', () => {
  it('reaches each guardian of the school once, in steps', async () => {
    const scene = await openSchool(45);
    await addGuardian(scene, 901, 3, 'gus@families.example');
    await announce(scene);
    const rounds = await runTasks(scene);
    expect(rounds).toBe(3);
    const mails = await mailsOf(scene);
    expect(mails).toHaveLength(46);
    expect(new Set(mails).size).toBe(46);
    expect(await history(scene)).toEqual([
      expect.objectContaining({ families: 45, done: 45, mails: 46, withoutMail: 0 }),
    ]);
  });

  it('asks for no mail twice, however often its steps are told (I32)', async () => {
    const scene = await openSchool(25);
    await announce(scene);
    await runTasks(scene, 3);
    const mails = await mailsOf(scene);
    expect(mails).toHaveLength(25);
    expect(new Set(mails).size).toBe(25);
  });

  it('is one announcement when the request is repeated', async () => {
    const scene = await openSchool(2);
    const first = await announce(scene, toSchool, 'same-request');
    const again = await announce(scene, toSchool, 'same-request');
    expect(again.announcementId).toBe(first.announcementId);
    expect(await history(scene)).toHaveLength(1);
  });

  it('leaves out who declined, who wants to be left alone, and whom nothing may reach', async () => {
    const scene = await openSchool(5);
    await answers(scene, 2, 'declined');
    await changeFamily(scene, 3, { doNotContact: true });
    await changeGuardian(scene, 4, { noContact: true });
    await addGuardian(scene, 902, 5, 'GUARDIAN5@families.example');
    await announce(scene);
    await runTasks(scene);
    // The fifth household has two guardians with one address: it gets one mail.
    expect(await mailsOf(scene)).toEqual([idOf('gua', 1), idOf('gua', 5)]);
    expect(await history(scene)).toEqual([
      expect.objectContaining({ families: 4, done: 4, mails: 2, withoutMail: 2 }),
    ]);
  });

  it('goes to the families of one class when it is for a class', async () => {
    const scene = await openSchool(4);
    const classId = idOf('cls', 1);
    const table = systemTable(engine.client, scene.tableName, before);
    const work = table.begin('class.made', classId);
    const at = { classId, schoolId: schools.oak };
    work.create(schoolClass, { ...at, year: year2026.year, name: 'Room 4' });
    for (const n of [2, 3])
      work.create(classStudent, {
        ...at,
        familyId: idOf('fam', n),
        studentId: idOf('stu', 2 * n - 1),
        givenName: 'Uma',
        familyName: `Household ${n}`,
      });
    await work.commit(null);
    const sent = await announce(scene, { ...toSchool, audience: { kind: 'class', classId } });
    expect(sent.audience).toEqual({ kind: 'class', classId, className: 'Room 4' });
    await runTasks(scene);
    expect(await mailsOf(scene)).toEqual([idOf('gua', 2), idOf('gua', 3)]);
  });

  it('is refused while a word implies a duty, in either language (CP1, I15)', async () => {
    const scene = await openSchool(1);
    const versions = { en: english, es: { ...spanish, body: 'La visita es obligatoria para todos.' } };
    await expect(announce(scene, { ...toSchool, versions })).rejects.toMatchObject({ reason: 'words.duty' });
    expect(await history(scene)).toEqual([]);
  });

  it('is refused when there is nobody to write to', async () => {
    const scene = await openScene(engine);
    await answers(scene, 1, 'declined');
    await expect(announce(scene)).rejects.toMatchObject({ reason: 'announcement.nobody' });
  });

  it('belongs to the coordinators of the school', async () => {
    const scene = await openSchool(1);
    await expect(announce(scene, toSchool, undefined, people.elmCoordinator)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(history(scene, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is shown before it is sent, and nothing of that is kept', async () => {
    const scene = await openSchool(3);
    const { deps, context } = scene.as(people.coordinator, before);
    const seen = await previewAnnouncement(deps, context, { ...none, params, body: toSchool });
    expect(seen.families).toBe(3);
    expect(seen.mails.map(({ language, subject }) => [language, subject])).toEqual([
      ['en', english.subject],
      ['es', spanish.subject],
    ]);
    expect(seen.mails[0]?.text).toContain('A no is fine too.');
    expect(seen.mails[0]?.text).toContain('Home visits are voluntary');
    expect(await history(scene)).toEqual([]);
    expect(await scene.items('outbox')).toEqual([]);
  });
});

describe('the mail of an announcement', () => {
  it('comes in the family’s language, with a link of its own that opens its page', async () => {
    const scene = await openSchool(2);
    await changeFamily(scene, 1, { language: 'so' });
    const mail = await openMail(scene);
    await announce(scene);
    await runTasks(scene);
    for (const job of await mail.outbox()) await mail.run(job, before);
    const inbox = await mail.inbox();
    const words = inbox.map(({ to, mail: one }) => [to, one.subject]);
    expect(words.sort()).toEqual([
      ['guardian1@families.example', english.subject],
      ['guardian2@families.example', spanish.subject],
    ]);
    const pages = inbox.map(({ mail: one }) => /https:\S+\/f\/(\S+)/.exec(one.text ?? '')?.[1]);
    expect(new Set(pages).size).toBe(2);
    expect(pages.every((link) => link?.split('.').length === 3)).toBe(true);
    expect((await scene.items('familyLink')).map(({ data }) => data['via'])).toEqual(['mail', 'mail']);
  });

  it('is not sent to whom it may no longer go when its turn comes (I12, I33, I38)', async () => {
    const scene = await openSchool(5);
    const mail = await openMail(scene);
    await announce(scene);
    await runTasks(scene);
    const jobs = await mail.outbox();
    await answers(scene, 1, 'declined');
    await changeFamily(scene, 2, { doNotContact: true });
    await changeGuardian(scene, 3, { noContact: true });
    await changeGuardian(scene, 4, { email: null });
    const deliveries = [];
    for (const job of jobs) deliveries.push(await mail.run(job, before));
    expect(deliveries.filter(({ kind }) => kind === 'dropped')).toHaveLength(4);
    expect((await mail.inbox()).map(({ to }) => to)).toEqual(['guardian5@families.example']);
    expect(await scene.items('familyLink')).toHaveLength(1);
  });

  it('is sent once, however often its job is told, and never again to an address that bounced', async () => {
    const scene = await openSchool(1);
    await changeGuardian(scene, 1, { email: 'bounce@simulator.amazonses.com' });
    const mail = await openMail(scene);
    await announce(scene);
    await runTasks(scene);
    const [job] = await mail.outbox();
    if (job === undefined) throw new Error('no job');
    await mail.run(job, before);
    expect(await mail.run(job, before)).toEqual({ kind: 'done_before' });
    expect(await mail.inbox()).toHaveLength(1);
    await mail.report(before);
    await announce(scene);
    await runTasks(scene);
    const [second] = await mail.outbox();
    if (second === undefined) throw new Error('no job');
    expect(await mail.run(second, before)).toEqual({ kind: 'dropped', reason: 'suppressed' });
  });

  it('is stopped by one click of a mail program, for that guardian and nobody else, until they want it again (RFC 8058, I37)', async () => {
    const scene = await openSchool(2);
    const mail = await openMail(scene);
    await announce(scene);
    await runTasks(scene);
    for (const job of await mail.outbox()) await mail.run(job, before);
    const first = (await mail.inbox()).find(({ to }) => to === 'guardian1@families.example');
    expect(first?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const link = /List-Unsubscribe: <https:\/\/porchlight\.example\/api\/unsubscribe\/([^>]+)>/.exec(
      (first?.raw ?? '').replace(/\r?\n[ \t]+/g, ' '),
    )?.[1];
    const [districtId = '', subject = '', secret = ''] = (link ?? '').split('.');
    const context = {
      scope: 'link' as const,
      ...{ districtId, subject, secret },
      requestId: 'test',
      now: before,
      idempotency: null,
    };
    const { newId } = scene.as(people.lead, before).deps;
    const table = new DistrictTable(engine.client, scene.tableName, context, newId);
    for (const _ of ['first click', 'second click'])
      await unsubscribe({ table, newId }, context, { ...none, params: { link: link ?? '' } });
    await announce(scene);
    await runTasks(scene);
    expect(await mailsOf(scene)).toEqual([idOf('gua', 1), idOf('gua', 2), idOf('gua', 2)]);

    // The same reader turns them on again on the family's page; whoever holds a letter of the household does not.
    const page = (own: string) => {
      const { deps, context: reader } = asFamily(scene, own);
      const request = { params: { link: own }, query: {} };
      return {
        view: () => getFamilyPage(deps, reader, { ...request, body: undefined }),
        resume: () => resumeAnnouncementsAsFamily(deps, reader, { ...request, body: {} }),
      };
    };
    const letter = page(await linkOf(scene));
    expect((await letter.view()).kept.announcementsStopped).toBe(false);
    await expect(letter.resume()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = page(link ?? '');
    expect((await own.view()).kept.announcementsStopped).toBe(true);
    for (const _ of ['first tap', 'second tap']) expect(await own.resume()).toEqual({ said: 'news_again' });
    expect((await own.view()).kept.announcementsStopped).toBe(false);
    await announce(scene);
    await runTasks(scene);
    expect((await mailsOf(scene)).filter((id) => id === idOf('gua', 1))).toHaveLength(2);
  });
});
