import { type Answer, type Args, type Client, RequestRefused } from '#shared/contract/client.ts';
import type { RouteId } from '#shared/contract/contract.ts';
import { type KeptRead, openPhone } from './phone-store.ts';
import { reflectionsToCarry, visitsToCarry } from './to-carry.ts';

/** How long a page waits for the network when the phone has an answer of its own. */
const patience = 4_000;
const patienceWhenAway = 400;
const longestKept = 7 * 86_400_000;
/** Set by the build: the digest of the API's document. */
const contract = import.meta.env.CONTRACT_DIGEST;

type Today = Answer<'getToday'>;
/** What of a route's answer is kept; null when it is not worth keeping. */
type Kept = {
  readonly [Id in RouteId]?: (answer: Answer<Id>, args: Args<Id>, today: Today | null) => unknown;
};

/** Of Today only what is needed on the way to a visit and to log it: no pay, no requests, no families to invite. */
const ofToday = new Set<keyof Today>(['upcoming', 'toLog', 'reflectionsOwed', 'classes']);

/**
 * Everything this phone keeps of what it read; docs/offline.md says it in words. A visit is kept while it is ahead
 * and the person's own, without anybody's pay; a reflection only as the empty form, never what was written.
 */
const kept: Kept = {
  getMe: (me) => me,
  getToday: (today) =>
    Object.fromEntries(
      Object.entries(today).map(([name, value]) => [
        name,
        Array.isArray(value) && !ofToday.has(name as keyof Today) ? [] : value,
      ]),
    ),
  getVisit: (visit, _, today) =>
    visit.status === 'scheduled' && today !== null && visitsToCarry(today).includes(visit.visitId)
      ? { ...visit, claims: [], reflections: [] }
      : null,
  getMyReflection: (answer) =>
    answer.reflection.version === 0 && answer.words === null ? { ...answer, offered: [] } : null,
};

interface Parts {
  /** The signed-in person, or null. */
  readonly owner: () => Promise<string | null>;
  readonly away: () => boolean;
  /** An answer that came after the page had been given the kept one. */
  readonly onLate: (key: readonly unknown[], answer: unknown) => void;
}

/** The API, except that a few reads are answered from the phone when the network is silent or slow. */
export function keepReads(client: Client, { owner, away, onLate }: Parts): Client {
  return async <Id extends Parameters<Client>[0]>(id: Id, args: Args<Id>, key?: string) => {
    const whatToKeep = kept[id] as Kept[Id];
    const person = whatToKeep === undefined ? null : await owner();
    if (whatToKeep === undefined || person === null) return client(id, args, key);

    const name = nameOf(id, args);
    let late = false;
    const fresh = client(id, args).then((answer) => {
      void keepAnswer(person, name, async () =>
        whatToKeep(answer, args, (await readKept(person, nameOf('getToday', {}))) as Today | null),
      );
      if (late) onLate([id, args], answer);
      return answer;
    });
    const fromPhone = async (): Promise<Answer<Id> | null> => {
      const found = (await readKept(person, name).catch(() => null)) as Answer<Id> | null;
      if (found !== null) late = true;
      return found;
    };
    const silent = fresh.catch(async (error: unknown) => {
      if (error instanceof RequestRefused && ![502, 503, 504].includes(error.problem.status)) throw error;
      const found = await fromPhone();
      if (found === null) throw error;
      return found;
    });
    const slow = new Promise<void>((resolve) =>
      setTimeout(resolve, away() ? patienceWhenAway : patience),
    ).then(async () => (await fromPhone()) ?? silent);
    return Promise.race([silent, slow]);
  };
}

const nameOf = (id: RouteId, args: unknown): string => JSON.stringify([id, args]);

const isStale = (row: KeptRead): boolean =>
  row.contract !== contract || Date.now() - Date.parse(row.at) > longestKept;

async function readKept(owner: string, key: string): Promise<unknown> {
  const row = await (await openPhone()).get('reads', [owner, key]);
  return row === undefined || isStale(row) ? null : row.data;
}

/** Keeps, or forgets, an answer. A browser that keeps nothing still shows every page. */
async function keepAnswer(owner: string, key: string, data: () => Promise<unknown>): Promise<void> {
  try {
    const phone = await openPhone();
    const worth = await data();
    if (worth === null) return phone.delete('reads', [owner, key]);
    await phone.put('reads', { owner, key, data: worth, contract, at: new Date().toISOString() });
    if (key === nameOf('getToday', {})) await forgetBut(owner, worth as Today);
  } catch {
    // Without a store there is no page without a connection, and nothing else is lost.
  }
}

/** What Today no longer names is not needed on the way any more. */
function forgetBut(owner: string, today: Today): Promise<void> {
  const needed = [...visitsToCarry(today), ...reflectionsToCarry(today).map(({ visitId }) => visitId)];
  return forgetAbout(owner, (key) => !needed.some((id) => key.includes(id)));
}

/** A visit that was logged or called off is not shown as it was before, not even on a slow network. */
export function forgetVisit(owner: string, visitId: string): Promise<void> {
  return forgetAbout(owner, (key) => key.includes(visitId));
}

/** Of reads about one visit each, forgets those that `gone` names. */
async function forgetAbout(owner: string, gone: (key: string) => boolean): Promise<void> {
  const phone = await openPhone();
  for (const [whose, key] of await phone.getAllKeys('reads')) {
    if (whose === owner && key.includes('"visitId"') && gone(key)) await phone.delete('reads', [whose, key]);
  }
}

/** Forgets what was read: everything, or what is not this person's or too old. */
export async function forgetReads(exceptOf: string | null): Promise<void> {
  try {
    const phone = await openPhone();
    for (const row of await phone.getAll('reads'))
      if (row.owner !== exceptOf || isStale(row)) await phone.delete('reads', [row.owner, row.key]);
  } catch {
    // Nothing is kept where there is no store.
  }
}
