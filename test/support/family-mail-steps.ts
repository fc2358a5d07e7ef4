import ICAL from 'ical.js';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { guardian } from '#functions/data/entities/families.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import { changeGuardian } from './announcement-steps.ts';
import { districtA, systemTable } from './district.ts';
import type { Engine } from './engine.ts';
import { type MailScene, openMail } from './mail-scene.ts';
import { household, idOf, openScene, type Scene } from './school-scene.ts';
import { before } from './visit-steps.ts';

/** The household's one adult reads mail; another may be added. */
export async function openMailedHousehold(engine: Engine, others: readonly Partial<Guardian>[] = []) {
  const scene = await openScene(engine);
  const mail = await openMail(scene);
  await changeGuardian(scene, 1, { email: 'gia@home.example' });
  const work = systemTable(engine.client, scene.tableName, before).begin('scene.set', household.familyId);
  for (const [index, other] of others.entries())
    work.create(guardian, {
      guardianId: idOf('gua', 50 + index),
      familyId: household.familyId,
      name: `Other ${index}`,
      email: `other${index}@home.example`,
      phone: null,
      prefers: null,
      noContact: false,
      ...other,
    });
  await work.commit(null);
  return { scene, mail };
}

/** What waits in the outbox is done: tasks, then the mails that they asked for. Twice, as queues may. */
export async function settle(scene: Scene, mail: MailScene, now = before): Promise<void> {
  const openDistrict = async () => systemTable(scene.engine.client, scene.tableName, now);
  const tasks = (await scene.items('outbox')).filter(
    ({ data }) => (data['body'] as { kind: string }).kind === 'tell_family',
  );
  for (const { data } of [...tasks, ...tasks])
    await runTask(
      { openDistrict, office: await openDistrict(), accounts: {} as never },
      { districtId: districtA, messageId: String(data['messageId']) },
    );
  for (const job of await mail.outbox()) await mail.run(job, now);
}

/** Mails to the family: to whom, about what, the calendar in it and the link of its button. */
export async function familyMail(mail: MailScene) {
  const all = await mail.inbox();
  return all
    .filter(({ to }) => to.endsWith('@home.example'))
    .map(({ to, mail: parsed }) => {
      const calendar = parsed.attachments[0]?.content.toString('utf8');
      return {
        to,
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        event: calendar === undefined ? null : eventIn(calendar),
        link: /\/f\/(\S+)/.exec(parsed.text ?? '')?.[1] ?? '',
      };
    });
}

function eventIn(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar));
  const event = new ICAL.Event(component.getFirstSubcomponent('vevent') as ICAL.Component);
  const { uid, sequence, location, startDate } = event;
  const method = component.getFirstPropertyValue('method');
  return { method, uid, sequence, location, starts: startDate.toJSDate().toISOString() };
}

/** The way to the page that the family was mailed. */
export async function linkByMail(scene: Scene, mail: MailScene): Promise<string> {
  await settle(scene, mail);
  const [sent] = await familyMail(mail);
  if (sent === undefined) throw new Error('the family got no mail');
  return sent.link;
}
