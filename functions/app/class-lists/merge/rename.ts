import { AppError } from '#functions/app/errors.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import {
  family,
  familyLink,
  guardian,
  invitation,
  noAnnouncements,
  studentYear,
} from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { familyStudent } from '#functions/data/entities/roster.ts';
import {
  claim,
  dayBook,
  familyFeedback,
  familyWants,
  reflection,
  reflectionWords,
  reminder,
  visit,
  visitMember,
} from '#functions/data/entities/visits.ts';
import { type Entity, type Item, type Kept, read } from '#functions/data/entity.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';

/** What lies in the partition of a family or of a visit. A test holds this list against the inventory of all data. */
export const movable = [
  family,
  guardian,
  invitation,
  studentYear,
  familyLink,
  noAnnouncements,
  familyStudent,
  hopes,
  contact,
  dayBook,
  visit,
  visitMember,
  familyFeedback,
  familyWants,
  reflection,
  reflectionWords,
  claim,
  reminder,
] as unknown as readonly Entity<Value>[];

export type Value = Record<string, unknown>;
/** Ids by the id that stands for them now. */
export type Replaced = ReadonlyMap<string, string>;

/** The definition by which an item is read. Something unknown is never left behind in silence. */
export function definitionOf(item: Item): Entity<Value> {
  const found = movable.find(({ type }) => type === item.et);
  if (found === undefined)
    throw new AppError('INTERNAL', 'Something went wrong on our side.', { reason: 'internal' });
  return found;
}

/**
 * The value with each replaced id put right, wherever it stands. Ids are opaque and unique, so a text that equals one
 * is one; words that people wrote are longer than any id and are never touched.
 */
export function renamed<T>(value: T, replaced: Replaced): T {
  if (typeof value === 'string') return (replaced.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((one) => renamed(one, replaced)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, renamed(inner, replaced)]),
  ) as T;
}

/** Writes that belong together, and how many items they are. */
export class Writes {
  readonly #writes: ((work: UnitOfWork) => void)[] = [];
  weight = 0;

  add(write: (work: UnitOfWork) => void, weight = 1): void {
    this.#writes.push(write);
    this.weight += weight;
  }

  /** The item becomes `after`: in its place when its keys stay, else as a new item, and the old one goes. */
  replace<T>(definition: Entity<T>, district: string, before: Kept<T>, after: T): void {
    const { rev: _, ...plain } = before;
    if (JSON.stringify(plain) === JSON.stringify(after)) return;
    const [old, next] = [definition.keys(district, before), definition.keys(district, after)];
    if (old.pk === next.pk && old.sk === next.sk) this.add((work) => work.update(definition, before, after));
    else
      this.add((work) => {
        work.remove(definition, before);
        work.create(definition, after);
      }, 2);
  }

  into(work: UnitOfWork): void {
    for (const write of this.#writes) write(work);
  }
}

/** Where a row is written: with the merge itself, or in a step of its own that may follow. */
export type WritesFor<Row = Item> = (row: Row) => Writes;

/** An item as it is to be after the ids were put right. */
export function readRenamed(
  item: Item,
  replaced: Replaced,
): {
  definition: Entity<Value>;
  before: Kept<Value>;
  after: Value;
} {
  const definition = definitionOf(item);
  const before = read(definition, item);
  const { rev: _, ...plain } = before;
  return { definition, before, after: renamed(plain, replaced) };
}
