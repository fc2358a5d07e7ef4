/** Plain values only: what a roster says about one thing. */
type Value = string | number | boolean | null | readonly string[];

const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const isEmpty = (value: Value): boolean => value === null || (Array.isArray(value) && value.length === 0);

/**
 * I42: a value set by hand survives an import. A field follows the roster only while it still says what the last
 * roster said; `last` is null for something the roster never wrote, which is then left alone altogether, except
 * for fields that are empty.
 */
export function followRoster<F extends { readonly [field: string]: Value }>(
  current: F,
  last: F | null,
  next: F,
): F {
  const merged: Record<string, Value> = {};
  for (const [field, value] of Object.entries(current)) {
    const follows = last === null ? isEmpty(value) : same(value, last[field]);
    merged[field] = follows ? (next[field] ?? null) : value;
  }
  return merged as F;
}

/** True when both say the same in every field of the first. */
export const sameFields = <F extends { readonly [field: string]: Value }>(a: F, b: F | null): boolean =>
  b !== null && Object.entries(a).every(([field, value]) => same(value, b[field]));
