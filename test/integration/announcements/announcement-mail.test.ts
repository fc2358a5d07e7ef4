import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { resumeAnnouncementsAsFamily } from '#functions/app/pages/resume-announcements-as-family.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import {
  announce,
  changeFamily,
  changeGuardian,
  english,
  mailsOf,
  openOak,
  runTasks,
  spanish,
} from '#test/support/announcement-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { idOf, people, type Scene } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };

async function answers(scene: Scene, n: number, answer: 'accepted' | 'declined') {
  const { deps, context } = scene.as(people.lead, before);
  const at = { familyId: idOf('fam', n) };
  const invited = await inviteFamily(deps, context, { ...none, params: at, body: { how: 'phone', rev: 0 } });
  await recordAnswer(deps, context, { ...none, params: at, body: { answer, rev: invited.rev } });
}

describe('the mail of an announcement', () => {
  it('comes in the family’s language, with a link of its own that opens its page', async () => {
    const scene = await openOak(engine, 2);
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
    const scene = await openOak(engine, 5);
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
    const scene = await openOak(engine, 1);
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
    const scene = await openOak(engine, 2);
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
