import { createHash } from 'node:crypto';
import type { IdPrefix } from '#shared/domain/ids.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 bits as 26 digits, the form of a ULID: the first digit carries only three bits. */
function digits(bytes: Buffer): string {
  let value = bytes.readBigUInt64BE(0) * 2n ** 64n + bytes.readBigUInt64BE(8);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = `${crockford[Number(value % 32n)]}${text}`;
    value /= 32n;
  }
  return text;
}

/**
 * Ids that follow from the district's own: the same row of the same district has the same id for ever. So the same
 * file twice meets what is there (I39), and an import that crashed goes on without doubling anything.
 */
export class RosterIds {
  readonly #districtId: string;

  constructor(districtId: string) {
    this.#districtId = districtId;
  }

  #id(prefix: IdPrefix, ...source: readonly string[]): string {
    // A file with a zero byte is refused, so the separator cannot stand in a source id.
    const text = [this.#districtId, prefix, ...source].join('\u0000');
    return `${prefix}_${digits(createHash('sha256').update(text).digest())}`;
  }

  school = (sourceId: string): string => this.#id('sch', sourceId);
  person = (sourceId: string): string => this.#id('per', sourceId);
  student = (sourceId: string): string => this.#id('stu', sourceId);
  /** A new family is named after its first student; later siblings join the family that is there. */
  family = (studentSourceId: string): string => this.#id('fam', studentSourceId);
  /** A relative may be reached by two families: each has a row of its own. */
  guardian = (familyId: string, sourceId: string): string => this.#id('gua', familyId, sourceId);
  /** Systems that number sections anew each year would otherwise put two years into one class. */
  class = (year: string, sourceId: string): string => this.#id('cls', year, sourceId);
}
