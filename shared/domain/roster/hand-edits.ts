/** Plain values only: what a roster says about one thing. */
type Value = string | null | readonly string[];
type Fields = Readonly<Record<string, Value>>;

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value.length === 0;
const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * I42: a value set by hand survives an import. A field follows the roster only while it still says what the last
 * roster said; of something that no roster has named yet, only empty fields are filled. An empty cell is no
 * statement: it takes nothing away.
 * @param last what the last roster said, undefined when none has named this yet
 * @returns the values to keep, and what is now to be remembered as the roster's
 */
export function followRoster<F extends Fields>(
  current: F,
  last: NoInfer<F> | undefined,
  next: NoInfer<F>,
): { values: F; roster: F } {
  const values: Record<string, Value> = {};
  const roster: Record<string, Value> = {};
  for (const [field, value] of Object.entries(current)) {
    const said = next[field];
    const before = last?.[field];
    roster[field] = (isEmpty(said) ? before : said) ?? said ?? null;
    const follows = last === undefined ? isEmpty(value) : same(value, before);
    values[field] = follows && said !== undefined && !isEmpty(said) ? said : value;
  }
  return { values: values as F, roster: roster as F };
}

/** True when `b` says the same in every field of `a`; what else `b` holds does not matter. */
export const sameFields = (a: Fields, b: object | undefined): boolean =>
  b !== undefined &&
  Object.entries(a).every(([field, value]) => same(value, (b as Record<string, Value>)[field]));
