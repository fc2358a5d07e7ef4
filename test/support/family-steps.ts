import { newIdAt } from '#functions/adapters/ids.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { acceptAsFamily } from '#functions/app/pages/accept-as-family.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { districtA, systemTable, year2026 } from './district.ts';
import type { Engine } from './engine.ts';
import { household, openScene, people, type Scene } from './school-scene.ts';
import { before } from './visit-steps.ts';

/** A link to the household's page; its secret is all of one letter. */
export async function linkOf(
  scene: Scene,
  { letter = 'a', familyId = household.familyId, guardianId = null as string | null, now = before } = {},
): Promise<string> {
  const table = systemTable(scene.engine.client, scene.tableName, now);
  const { link, row } = newFamilyLink({
    districtId: districtA,
    familyId,
    guardianId,
    year: year2026,
    via: 'letter',
    madeBy: 'test',
    now,
    secret: letter.repeat(22),
  });
  const work = table.begin('family.link_made', familyId);
  work.create(familyLink, row);
  await work.commit(null);
  return link;
}

/** What a use case of the family's pages gets when somebody comes with this link. */
export function asFamily(scene: Scene, link: string, now = before, key?: string) {
  const [districtId = '', subject = '', secret = ''] = link.split('.');
  const idempotency = key === undefined ? null : { key, hash: 'same content' };
  const context = {
    scope: 'link',
    requestId: 'test',
    now,
    idempotency,
    districtId,
    subject,
    secret,
  } as const;
  const newId = newIdAt(now);
  return {
    deps: { table: new DistrictTable(scene.engine.client, scene.tableName, context, newId), newId },
    context,
  };
}

type Wishes = Args<'acceptAsFamily'>['body'];
/** A form that is sent as it came: everything left open. */
export const openWishes = { times: [], type: '', place: '', interpreter: '', note: '' } as const;
const none = { params: { link: '' }, query: {}, body: undefined };

/** The family says yes on its page. */
export async function sayYes(
  scene: Scene,
  link: string,
  wishes: Partial<Wishes> = {},
  now = before,
): Promise<Answer<'acceptAsFamily'>> {
  const { deps, context } = asFamily(scene, link, now);
  return acceptAsFamily(deps, context, { ...none, body: { ...openWishes, ...wishes } as never });
}

/** A household that the lead invited by letter, and the link of that letter. */
export async function invitedByLetter(engine: Engine) {
  const scene = await openScene(engine);
  const { deps, context } = scene.as(people.lead, before);
  const params = { familyId: household.familyId };
  await inviteFamily(deps, context, { params, query: undefined, body: { how: 'letter', rev: 0 } });
  return { scene, link: await linkOf(scene) };
}
