import type { Entity, Item, Kept } from '#functions/data/entity.ts';
import { isOf, read } from '#functions/data/entity.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { RosterCounts } from '#shared/domain/roster/model.ts';
import type { Issues } from '../issues.ts';
import type { Roster } from '../roster.ts';
import type { RosterIds } from '../roster-ids.ts';
import type { Expectations } from './expectations.ts';

/** What every phase of an import works with. */
export interface Run {
  readonly table: DistrictTable;
  readonly roster: Roster;
  readonly ids: RosterIds;
  /** The school year into which classes and standings go. */
  readonly year: string;
  /** Which school of the district a school of the roster is, by the roster's own id. */
  readonly schools: ReadonlyMap<string, string>;
  /** What schools expected before this roster came. */
  readonly expectations: Expectations;
  /** Students as they are now, by the roster's own id: classes copy their names and families. */
  readonly students: Map<string, KnownStudent>;
  /** Whom a person of the roster is in the district, by the roster's own id. */
  readonly people: Map<string, string>;
}
export interface KnownStudent {
  readonly studentId: string;
  readonly familyId: string;
  readonly schoolId: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** The school of the district that a school of the roster is. */
export const schoolIdOf = (run: Pick<Run, 'schools' | 'ids'>, sourceId: string): string =>
  run.schools.get(sourceId) ?? run.ids.school(sourceId);

/** What is to be written for one school, person, family or part of a class: all of it in one transaction. */
export class Step {
  /** False for a family of a household of which another one still follows. */
  endsUnit = true;
  readonly changed: Partial<Record<keyof RosterCounts, number>> = {};
  readonly touched = new Set<string>();
  readonly #writes: ((work: UnitOfWork) => void)[] = [];
  readonly #issues: Parameters<Issues['add']>[] = [];
  #weight = 0;

  /** Adds writes of at most `weight` items. */
  write(write: (work: UnitOfWork) => void, weight = 1): void {
    this.#writes.push(write);
    this.#weight += weight;
  }
  count(kind: keyof RosterCounts): void {
    this.changed[kind] = (this.changed[kind] ?? 0) + 1;
  }
  /** Names something that other steps may write too: they then go into another transaction. */
  touch(subject: string): void {
    this.touched.add(subject);
  }
  issue(...issue: Parameters<Issues['add']>): void {
    this.#issues.push(issue);
  }

  /** Items at most; 0 when nothing has changed. */
  get weight(): number {
    return this.#weight;
  }
  get issues(): readonly Parameters<Issues['add']>[] {
    return this.#issues;
  }
  into(work: UnitOfWork): void {
    for (const write of this.#writes) write(work);
  }
}

interface Key {
  readonly pk: string;
  readonly sk: string;
}
/** Items read together, found again by key. */
export class Found {
  readonly #items: ReadonlyMap<string, Item>;

  constructor(items: readonly Item[]) {
    this.#items = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  }
  get<T>(definition: Entity<T>, { pk, sk }: Key): Kept<T> | undefined {
    const item = this.#items.get(`${pk} ${sk}`);
    return item !== undefined && isOf(definition, item) ? read(definition, item) : undefined;
  }
}

/** Reads many items at once: each key once, a hundred to a round trip, the round trips together. */
export async function readKeys(table: DistrictTable, keys: readonly Key[]): Promise<Found> {
  const distinct = [...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const parts: Promise<Item[]>[] = [];
  for (let start = 0; start < distinct.length; start += 100)
    parts.push(table.getMany(distinct.slice(start, start + 100)));
  return new Found((await Promise.all(parts)).flat());
}
