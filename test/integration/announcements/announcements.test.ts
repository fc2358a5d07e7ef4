import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAnnouncements } from '#functions/app/announcements/list-announcements.ts';
import { previewAnnouncement } from '#functions/app/announcements/preview-announcement.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import {
  addGuardian,
  announce,
  changeFamily,
  changeGuardian,
  english,
  mailsOf,
  openOak,
  runTasks,
  spanish,
  toSchool,
} from '#test/support/announcement-steps.ts';
import { systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { idOf, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const params = { schoolId: schools.oak };

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
    const scene = await openOak(engine, 45);
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
    const scene = await openOak(engine, 25);
    await announce(scene);
    await runTasks(scene, 3);
    const mails = await mailsOf(scene);
    expect(mails).toHaveLength(25);
    expect(new Set(mails).size).toBe(25);
  });

  it('is one announcement when the request is repeated', async () => {
    const scene = await openOak(engine, 2);
    const first = await announce(scene, toSchool, 'same-request');
    const again = await announce(scene, toSchool, 'same-request');
    expect(again.announcementId).toBe(first.announcementId);
    expect(await history(scene)).toHaveLength(1);
  });

  it('leaves out who declined, who wants to be left alone, and whom nothing may reach', async () => {
    const scene = await openOak(engine, 5);
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
    const scene = await openOak(engine, 4);
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
    const scene = await openOak(engine, 1);
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
    const scene = await openOak(engine, 1);
    await expect(announce(scene, toSchool, undefined, people.elmCoordinator)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(history(scene, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is shown before it is sent, and nothing of that is kept', async () => {
    const scene = await openOak(engine, 3);
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
