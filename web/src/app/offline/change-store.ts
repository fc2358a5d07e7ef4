import { type Change, type NewChange, subjectOf } from './changes.ts';
import { openPhone } from './phone-store.ts';

/** Days after which changes of somebody who never came back to this device are deleted. */
const daysForOthers = 30;
const day = 86_400_000;
const strict = { durability: 'strict' } as const;

/** All changes of a person on this phone, the oldest first. */
export async function changesOf(owner: string): Promise<Change[]> {
  return (await openPhone()).getAllFromIndex('changes', 'owner', owner);
}

/**
 * Puts a change behind the others, on the disk before it returns. What the person had written earlier about the same
 * thing gives way when it was refused or certainly never left the phone.
 */
export async function putChange(owner: string, change: NewChange): Promise<Change> {
  const phone = await openPhone();
  const work = phone.transaction('changes', 'readwrite', strict);
  const subject = subjectOf(change);
  for (const earlier of await work.store.index('owner').getAll(owner)) {
    const gone = earlier.problem !== null || earlier.tries === 0;
    if (earlier.subject === subject && gone) await work.store.delete(earlier.place);
  }
  const row = {
    ...change,
    key: crypto.randomUUID(),
    owner,
    subject,
    writtenAt: new Date().toISOString(),
    tries: 0,
    triedAt: null,
    problem: null,
  };
  // The store gives the place.
  const place = await work.store.add(row as unknown as Change);
  await work.done;
  return { ...row, place };
}

/** Changes fields of a row that is still there; undefined when it has gone meanwhile. */
export async function amendChange(
  place: number,
  amend: (change: Change) => Partial<Change>,
): Promise<Change | undefined> {
  const phone = await openPhone();
  const work = phone.transaction('changes', 'readwrite', strict);
  const change = await work.store.get(place);
  const amended = change === undefined ? undefined : { ...change, ...amend(change) };
  if (amended !== undefined) await work.store.put(amended);
  await work.done;
  return amended;
}

export async function removeChange(place: number): Promise<void> {
  await (await openPhone()).delete('changes', place);
}

/** A row as it is now, or undefined when it has been sent or taken back. */
export async function changeAt(place: number): Promise<Change | undefined> {
  return (await openPhone()).get('changes', place);
}

/** Deletes what this person left on the phone. */
export async function removeChangesOf(owner: string): Promise<void> {
  for (const { place } of await changesOf(owner)) await removeChange(place);
}

/** Deletes what other people left here a month ago and never came back for. */
export async function removeForgotten(owner: string, now = Date.now()): Promise<void> {
  for (const change of await (await openPhone()).getAll('changes')) {
    const age = now - Date.parse(change.writtenAt);
    if (change.owner !== owner && age > daysForOthers * day) await removeChange(change.place);
  }
}
