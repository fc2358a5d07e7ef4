import * as z from 'zod';

/** A list answers at most this many rows and a cursor for the rest. A cursor never carries a partition key. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
};
export const pageOf = <S extends z.core.SomeType>(row: S) =>
  z.object({ items: z.array(row), cursor: z.string().nullable() });

/** The version a change is based on; a stale one answers 409 CHANGED_MEANWHILE. */
export const Rev = z.int().min(1);
export const Done = z.object({ done: z.literal(true) });
