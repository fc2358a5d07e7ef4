import { ulid } from 'ulid';
import type { NewId } from '#functions/data/tables.ts';

/** New ids of an instant: prefix and ULID, so that ids sort by the time they were made. */
export const newIdAt = (now: string): NewId => {
  const at = Date.parse(now);
  return (prefix) => `${prefix}_${ulid(at)}`;
};

/** A district's id: lower case, as it stands inside keys and session tags. */
export const newDistrictIdAt = (now: string): string => `t_${ulid(Date.parse(now)).toLowerCase()}`;
