import * as z from 'zod';
import { LocalTime } from './local-date.ts';

/** A stretch of a weekday on which somebody is usually free: 1 is Monday, 7 Sunday; wall-clock times of the district. */
export const FreeTime = z
  .strictObject({ weekday: z.int().min(1).max(7), from: LocalTime, until: LocalTime })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    error: 'Choose an end that is later than the start',
  });
export type FreeTime = z.infer<typeof FreeTime>;

/** When somebody is usually free in a week; empty when nobody asked. */
export const FreeTimes = z.array(FreeTime).max(28);
export type FreeTimes = z.infer<typeof FreeTimes>;
