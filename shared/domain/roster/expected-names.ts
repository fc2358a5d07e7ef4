/**
 * A name as names are compared: without case, accents, punctuation and doubled blanks, so that `José-Luis Díaz` and
 * `jose luis diaz` are one. What is kept and shown is always the name as it was written.
 */
export const foldedName = (...parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|');

/** Digits of a phone number without the country code of the United States, or null when there are too few to compare. */
export function phoneDigits(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length >= 7 ? digits : null;
}

/** An adult as class lists and rosters name one. */
export interface Adult {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const mailOf = ({ email }: Adult): string | null => email?.trim().toLowerCase() || null;

/**
 * What makes two rows of class lists name the same adult: the name together with an address or a number. A number
 * alone would not do: relatives share phones, and one family must never be shown another's children.
 */
export function adultKeys(adult: Adult): string[] {
  const name = foldedName(adult.name);
  return [phoneDigits(adult.phone), mailOf(adult)].flatMap((way) => (way === null ? [] : [`${name} ${way}`]));
}

/** True when two entries share an address or a number. */
const reachedAlike = (one: Adult, other: Adult): boolean => {
  const [phone, mail] = [phoneDigits(one.phone), mailOf(one)];
  return (phone !== null && phone === phoneDigits(other.phone)) || (mail !== null && mail === mailOf(other));
};

/**
 * Which adults of two lists of one family are the same: first by name, then, among the others, by a shared address or
 * number, as when one list says `Mom`. Whatever could be two is left alone.
 * @returns pairs of one of the first list and one of the second
 */
export function pairAdults<A extends Adult, B extends Adult>(
  first: readonly A[],
  second: readonly B[],
): [A, B][] {
  const pairs: [A, B][] = [];
  const sameName = (a: Adult, b: Adult) => foldedName(a.name) === foldedName(b.name);
  for (const alike of [sameName, reachedAlike]) {
    const ones = first.filter((one) => !pairs.some(([a]) => a === one));
    const others = second.filter((one) => !pairs.some(([, b]) => b === one));
    for (const one of ones) {
      const [match, ...more] = others.filter((other) => alike(one, other));
      if (match === undefined || more.length > 0) continue;
      if (ones.filter((rival) => alike(rival, match)).length === 1) pairs.push([one, match]);
    }
  }
  return pairs;
}
