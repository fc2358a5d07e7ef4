import * as z from 'zod';
import type { FreeTimes } from '../time/free-times.ts';
import { tidyFreeTimes } from '../time/tidy-free-times.ts';

/** How a family says when it is free: nobody thinks of the own week in hours. */
export const PartOfDay = z.enum(['morning', 'afternoon', 'evening']);
export type PartOfDay = z.infer<typeof PartOfDay>;

/** What a part of the day means as wall-clock times; shown beside it, so that the family knows what it says. */
export const hoursOf = {
  morning: { from: '09:00', until: '12:00' },
  afternoon: { from: '12:00', until: '17:00' },
  evening: { from: '17:00', until: '20:00' },
} as const satisfies Record<PartOfDay, { from: string; until: string }>;

/** One box of the week: `3-evening` is Wednesday evening (1 is Monday). */
export const TimeBox = z.templateLiteral([z.enum(['1', '2', '3', '4', '5', '6', '7']), '-', PartOfDay]);
export type TimeBox = z.infer<typeof TimeBox>;

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const partsOf = (box: TimeBox) => {
  const [day = '', part = ''] = box.split('-');
  return { weekday: Number(day), ...hoursOf[PartOfDay.parse(part)] };
};

/** The stretches of time that ticked boxes stand for. */
export const timesOfBoxes = (boxes: readonly TimeBox[]): FreeTimes => tidyFreeTimes(boxes.map(partsOf));

/** The boxes that lie wholly within stretches of time. */
export const boxesOfTimes = (times: FreeTimes): TimeBox[] =>
  weekdays.flatMap((day) =>
    PartOfDay.options
      .map((part): TimeBox => `${day}-${part}`)
      .filter((box) => {
        const wanted = partsOf(box);
        return times.some(
          ({ weekday, from, until }) =>
            weekday === wanted.weekday && from <= wanted.from && wanted.until <= until,
        );
      }),
  );
