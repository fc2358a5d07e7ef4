import { sendAnnouncement } from '#functions/app/announcements/send-announcement.ts';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { family, guardian } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import { Table } from '#functions/data/table.ts';
import type { Args } from '#shared/contract/client.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import { TaskBody } from '#shared/domain/outbox/model.ts';
import { districtA, systemTable } from './district.ts';
import type { Engine } from './engine.ts';
import { idOf, openScene, people, type Scene, schools } from './school-scene.ts';
import { before } from './visit-steps.ts';

export const english = {
  subject: 'Home visits begin again',
  body: 'This fall educators would like to meet you.\n\nA no is fine too.',
};
export const spanish = {
  subject: 'Vuelven las visitas',
  body: 'Este otoño nos gustaría conocerle.\n\nUn no también está bien.',
};

type NewAnnouncement = Args<'sendAnnouncement'>['body'];
export const toSchool: NewAnnouncement = {
  audience: { kind: 'school' },
  versions: { en: english, es: spanish },
};

export async function announce(
  scene: Scene,
  body: NewAnnouncement = toSchool,
  key?: string,
  who: Parameters<Scene['as']>[0] = people.coordinator,
) {
  const { deps, context } = scene.as(who, before, key);
  return sendAnnouncement(deps, context, { params: { schoolId: schools.oak }, query: undefined, body });
}

/** Changes the household’s first guardian. */
export async function changeGuardian(scene: Scene, n: number, changes: Partial<Guardian>): Promise<void> {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const key = { pk: keys.family(districtA, idOf('fam', n)), sk: keys.guardian(idOf('gua', n)) };
  const kept = await table.get(guardian, key);
  if (kept === undefined) throw new Error('no such guardian');
  const work = table.begin('guardian.changed', kept.guardianId);
  work.update(guardian, kept, { ...kept, ...changes });
  await work.commit(null);
}

/** One more guardian of a household. */
export async function addGuardian(scene: Scene, n: number, of: number, email: string): Promise<void> {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const guardianId = idOf('gua', n);
  const work = table.begin('guardian.added', guardianId);
  work.create(guardian, {
    guardianId,
    familyId: idOf('fam', of),
    name: 'Gus Guardian',
    email,
    phone: null,
    prefers: null,
    noContact: false,
  });
  await work.commit(null);
}

export async function changeFamily(
  scene: Scene,
  n: number,
  changes: { language?: string; doNotContact?: boolean },
): Promise<void> {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const kept = await table.get(family, { pk: keys.family(districtA, idOf('fam', n)), sk: keys.word.profile });
  if (kept === undefined) throw new Error('no such family');
  const work = table.begin('family.changed', kept.familyId);
  work.update(family, kept, { ...kept, ...changes });
  await work.commit(null);
}

const accounts = {
  open: () => Promise.reject(new Error('an announcement opens no account')),
};

/** Runs the tasks that wait, and those that follow from them, until none is left. Gives the number of rounds. */
export async function runTasks(scene: Scene, times = 1): Promise<number> {
  const table = () => systemTable(scene.engine.client, scene.tableName, before);
  const office = new Table(scene.engine.client, scene.tableName, before);
  for (let round = 0; ; round += 1) {
    const waiting = (await scene.items('outbox')).filter(
      ({ data }) => data['status'] === 'queued' && TaskBody.safeParse(data['body']).success,
    );
    if (waiting.length === 0) return round;
    const jobs = waiting.map(({ data }) => ({ districtId: districtA, messageId: String(data['messageId']) }));
    for (const job of jobs)
      await Promise.allSettled(
        Array.from({ length: times }, () =>
          runTask({ openDistrict: async () => table(), office, accounts }, job),
        ),
      );
  }
}

/** So many households at Oak, each with one guardian who has an address. */
export async function openOak(engine: Engine, households: number): Promise<Scene> {
  const scene = await openScene(engine);
  for (let n = 2; n <= households; n += 1) await scene.addHousehold(n);
  for (let n = 1; n <= households; n += 1)
    await changeGuardian(scene, n, { email: `guardian${n}@families.example` });
  return scene;
}

/** Guardians to whom an announcement waits in the outbox. */
export const mailsOf = async (scene: Scene) =>
  (await scene.items('outbox'))
    .map(({ data }) => data['body'] as { kind: string; guardianId: string })
    .filter(({ kind }) => kind === 'family_announcement')
    .map(({ guardianId }) => guardianId)
    .sort();
