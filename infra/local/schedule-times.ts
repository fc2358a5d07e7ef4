/** When a schedule expression is due: `rate(15 minutes)`, `cron(0 6 ? * MON-FRI *)`. */
import { CronExpressionParser } from 'cron-parser';

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The period of a rate expression in milliseconds; undefined for cron. */
export const ratePeriod = (expression: string): number | undefined => {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (match === null) return undefined;
  return Number(match[1]) * (unitMs[match[2] ?? ''] ?? 0);
};

/** The first instant after `after` (both in milliseconds since the epoch). Undefined: never again. */
export const nextTime = (expression: string, zone: string, after: number): number | undefined => {
  const period = ratePeriod(expression);
  if (period !== undefined) return after + period;
  const match = /^cron\((.+)\)$/.exec(expression);
  const fields = match?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) throw new Error(`The local host cannot read the schedule "${expression}".`);
  const [minute, hour, day, month, weekday, year] = fields;
  const cron = CronExpressionParser.parse(`0 ${minute} ${hour} ${day} ${month} ${weekdays(weekday ?? '*')}`, {
    currentDate: new Date(after),
    tz: zone,
  });
  for (let tries = 0; tries < 10_000; tries += 1) {
    const next = cron.next().getTime();
    if (year === undefined || year === '*' || allowsYear(year, next, zone)) return next;
    if (next > after + 100 * 366 * 86_400_000) return undefined;
  }
  return undefined;
};

/** EventBridge counts 1 (Sunday) to 7; cron-parser 0 to 6. The number after `#` is a week, not a day. */
const weekdays = (field: string): string =>
  field.replaceAll(/(?<![#\d/])[1-7](?!\d)/g, (day) => String(Number(day) - 1));

const allowsYear = (field: string, instant: number, zone: string): boolean => {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(instant));
  return field.split(',').some((part) => {
    const [from, to] = part.split('-').map(Number);
    return to === undefined ? year === from : from !== undefined && year >= from && year <= to;
  });
};
