import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import type { Item } from '#functions/data/entity.ts';
import type { RouteId } from '#shared/contract/contract.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { type Answered, type Api, startApi } from '#test/support/api.ts';
import { linkOf } from '#test/support/family-steps.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

export type Name = keyof typeof people;

export interface Household {
  readonly familyId: string;
  readonly students: readonly string[];
  /** Opens the family's page. */
  readonly link: string;
}

/** The real handlers on a real engine, with the people of one school and a clock that the story moves. */
export interface World {
  /** UTC instant; only commands move it. */
  now: string;
  /** Households of the present story. */
  households: Household[];
  /** A call of the API by one of the people, or a form of a family's page, now. */
  call(id: RouteId, who: Name | Household, params: Record<string, string>, body: unknown): Promise<Answered>;
  /** The district is empty again but for its school, its people, and two households. */
  newStory(who?: 'everybody takes part'): Promise<void>;
  snapshot(): Promise<Snapshot>;
  stop(): Promise<void>;
}

/** A Tuesday in the season for second visits. */
const storyBegins = '2027-01-19T15:00:00.000Z';
const tokenLife = 50 * 60_000;

export async function openWorld(policy: PolicySettings): Promise<World> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(storyBegins) });
  const api = await startApi('without stream');
  let stories = 0;
  let tokens = new Map<Name, { token: string; until: number }>();

  const tokenOf = async (who: Name): Promise<string> => {
    const { personId, roles, schoolIds } = people[who];
    const known = tokens.get(who);
    if (known !== undefined && Date.now() < known.until) return known.token;
    const token = await api.member({
      subject: `subject-of-${who}`,
      personId,
      roles: [...roles],
      schoolIds: [...schoolIds],
    });
    tokens.set(who, { token, until: Date.now() + tokenLife });
    return token;
  };

  const world: World = {
    now: storyBegins,
    households: [],
    async call(id, who, params, body) {
      vi.setSystemTime(Date.parse(world.now));
      if (typeof who !== 'string')
        return api.call(id, { params: { ...params, link: who.link }, body: formOf(body) });
      const token = await tokenOf(who);
      return api.call(id, { params, body, token, key: randomUUID() });
    },
    async newStory(who) {
      world.now = storyBegins;
      vi.setSystemTime(Date.parse(world.now));
      tokens = new Map();
      await api.engine.emptyTable(api.tableName, 'without stream');
      const scene = await openScene(api.engine, policy, api.tableName);
      // In every other story somebody of the school no longer takes part.
      stories += 1;
      if (who === undefined && stories % 2 === 0) await scene.takeNoPart(people.third.personId);
      const homes = [await scene.addHousehold(2), await scene.addHousehold(3)];
      world.households = await Promise.all(
        homes.map(async (home) => ({
          ...home,
          link: await linkOf(scene, { familyId: home.familyId, now: world.now }),
        })),
      );
      // One has said yes already, the other was never asked.
      const familyId = world.households[0]?.familyId ?? '';
      const invited = await world.call('inviteFamily', 'lead', { familyId }, { how: 'phone', rev: 0 });
      const yes = { answer: 'accepted', rev: invited.body.rev };
      await world.call('recordAnswer', 'lead', { familyId }, yes);
    },
    snapshot: async () => snapshotOf(await stored(api), world.now),
    async stop() {
      vi.useRealTimers();
      await api.stop();
    },
  };
  return world;
}

/** A form as a browser sends it, with the key of its page. */
const formOf = (body: unknown): string =>
  new URLSearchParams({ ...(body as Record<string, string>), key: randomUUID() }).toString();

async function stored({ engine, tableName }: Api): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await engine.client.send(
      new ScanCommand({ TableName: tableName, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items.filter(({ pk }) => pk.startsWith('T#'));
}
