import type * as z from 'zod';

/** Key attributes of an item; only `keys.ts` builds the values. */
export interface KeyAttributes {
  readonly pk: string;
  readonly sk: string;
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
  readonly gsi3pk?: string;
  readonly gsi3sk?: string;
}

/** An item as it lies in the table. The value stands apart under `data`, so that it can never reach a key. */
export interface Item extends KeyAttributes {
  readonly et: string;
  /** Schema version of `data`; an older one is upcast when it is read. */
  readonly v: number;
  readonly rev: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Seconds since 1970; an item past it counts as absent even before it is swept. */
  readonly ttl?: number;
  readonly data: Record<string, unknown>;
}

/** A value read from the table with the revision a change must name. */
export type Kept<T> = T & { readonly rev: number };

export interface Entity<T> {
  readonly type: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** `district` is null for items of the national office and of identities. */
  readonly keys: (district: string, value: T) => KeyAttributes;
  /** Seconds since 1970 after which the item may go; undefined for items that stay. */
  readonly ttl?: (value: T) => number;
  /** Turns `data` of an older schema version into the present one. */
  readonly upcast?: (data: Record<string, unknown>, from: number) => Record<string, unknown>;
}

/** Declares an entity; the schema is the only definition of its fields. */
export const entity = <S extends z.ZodType<Record<string, unknown>>>(
  definition: Omit<Entity<z.output<S>>, 'schema'> & { readonly schema: S },
): Entity<z.output<S>> => definition as unknown as Entity<z.output<S>>;

/** An item does not fit its schema. It is never dropped: counts would be silently wrong. */
export class StoredItemInvalid extends Error {
  constructor(type: string, paths: string) {
    super(`stored ${type} does not fit its schema at ${paths}`);
    this.name = 'StoredItemInvalid';
  }
}

/** True when the item is of this entity. */
export const isOf = <T>(definition: Entity<T>, item: Item): boolean => item.et === definition.type;

/**
 * Parses an item.
 * @throws StoredItemInvalid when it does not fit; the message names paths, never values.
 */
export function read<T>(definition: Entity<T>, item: Item): Kept<T> {
  const data =
    item.v === definition.version ? item.data : (definition.upcast?.(item.data, item.v) ?? item.data);
  const parsed = definition.schema.safeParse(data);
  if (!parsed.success)
    throw new StoredItemInvalid(
      definition.type,
      parsed.error.issues.map((issue) => issue.path.join('.')).join(', '),
    );
  return { ...parsed.data, rev: item.rev };
}

/** All items of one entity out of a mixed partition, in order. */
export function readAll<T>(definition: Entity<T>, items: readonly Item[]): Kept<T>[] {
  return items.filter((item) => isOf(definition, item)).map((item) => read(definition, item));
}

/** The first item of an entity out of a mixed partition. */
export function readOne<T>(definition: Entity<T>, items: readonly Item[]): Kept<T> | undefined {
  const found = items.find((item) => isOf(definition, item));
  return found && read(definition, found);
}

/** Who changes what, and when: stamped on every item. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** Builds the item of a value at a revision. Unknown fields of the value are dropped by its schema. */
export function toItem<T>(
  definition: Entity<T>,
  district: string,
  value: T,
  rev: number,
  stamp: Stamp,
  created: Stamp = stamp,
): Item {
  const data = definition.schema.parse(value) as Record<string, unknown>;
  const ttl = definition.ttl?.(value);
  return {
    ...definition.keys(district, value),
    et: definition.type,
    v: definition.version,
    rev,
    createdAt: created.at,
    createdBy: created.by,
    updatedAt: stamp.at,
    updatedBy: stamp.by,
    ...(ttl === undefined ? {} : { ttl }),
    data,
  };
}
