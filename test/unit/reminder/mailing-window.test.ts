import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type MailingCalendar,
  mailingMorning,
  mailMayGoOut,
  nextMailingInstant,
} from '#shared/domain/reminder/mailing-window.ts';

const chicago: MailingCalendar = {
  timeZone: 'America/Chicago',
  mailFrom: '07:00',
  mailUntil: '20:00',
  holidays: ['2026-11-26', '2026-11-27', '2027-03-14'],
};

describe('the mailing window (I34)', () => {
  it.each([
    ['inside the window: at once', '2026-11-24T18:00:00.000Z', '2026-11-24T18:00:00.000Z'],
    ['at the opening: at once', '2026-11-24T13:00:00.000Z', '2026-11-24T13:00:00.000Z'],
    ['before it opens: when it opens', '2026-11-24T12:59:59.999Z', '2026-11-24T13:00:00.000Z'],
    ['at the closing: next morning', '2026-11-25T02:00:00.000Z', '2026-11-25T13:00:00.000Z'],
    [
      'after Wednesday evening comes a holiday, a second one, then Saturday',
      '2026-11-26T02:30:00.000Z',
      '2026-11-28T13:00:00.000Z',
    ],
    ['on a holiday: the day after', '2026-11-27T18:00:00.000Z', '2026-11-28T13:00:00.000Z'],
  ])('%s', (_case, asked, allowed) => {
    expect(nextMailingInstant(asked, chicago)).toBe(allowed);
  });

  it.each([
    ['the Sunday clocks go back, 07:00 is one UTC hour later', '2026-11-01', '2026-11-01T13:00:00.000Z'],
    ['the day before clocks go back', '2026-10-31', '2026-10-31T12:00:00.000Z'],
    ['the Sunday clocks go forward is a holiday here', '2027-03-14', '2027-03-15T12:00:00.000Z'],
    ['the day before clocks go forward', '2027-03-13', '2027-03-13T13:00:00.000Z'],
  ])('keeps to the wall clock: %s', (_case, day, opens) => {
    expect(mailingMorning(day, chicago)).toBe(opens);
  });

  it('opens on a wall-clock time that a zone skips, by the skipped hour later', () => {
    const cairo = { ...chicago, timeZone: 'Africa/Cairo', mailFrom: '00:30', holidays: [] };
    expect(mailingMorning('2026-04-24', cairo)).toBe('2026-04-23T22:30:00.000Z');
  });

  const minute = 60_000;
  const anInstant = fc
    .integer({ min: Date.UTC(2026, 6, 1) / minute, max: Date.UTC(2028, 6, 1) / minute })
    .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * minute).toString());
  const aCalendar = fc.record({
    timeZone: fc.constantFrom(
      'America/New_York',
      'America/Chicago',
      'America/Phoenix',
      'America/Anchorage',
      'Pacific/Honolulu',
      'Pacific/Guam',
    ),
    mailFrom: fc.constantFrom('03:00', '07:00', '09:30'),
    mailUntil: fc.constantFrom('12:00', '20:00', '23:59'),
    holidays: fc.constantFrom<string[][]>([], ['2026-11-01', '2027-03-14'], ['2026-12-24', '2026-12-25']),
  });

  it('never lies in the past, on a holiday, outside the window or between 01:00 and 03:00', () => {
    fc.assert(
      fc.property(anInstant, aCalendar, (asked, calendar) => {
        const allowed = nextMailingInstant(asked, calendar);
        const local = Temporal.Instant.from(allowed).toZonedDateTimeISO(calendar.timeZone);
        const time = local.toPlainTime().toString().slice(0, 5);
        expect(Temporal.Instant.compare(allowed, asked)).toBeGreaterThanOrEqual(0);
        expect(calendar.holidays).not.toContain(local.toPlainDate().toString());
        expect(time >= calendar.mailFrom && time < calendar.mailUntil).toBe(true);
        expect(local.hour === 1 || local.hour === 2).toBe(false);
        expect(mailMayGoOut(allowed, calendar)).toBe(true);
        expect(nextMailingInstant(allowed, calendar)).toBe(allowed);
      }),
    );
  });

  it('never waits past the next day that is no holiday', () => {
    fc.assert(
      fc.property(anInstant, aCalendar, (asked, calendar) => {
        const days =
          Temporal.Instant.from(asked).until(nextMailingInstant(asked, calendar)).total('hours') / 24;
        expect(days).toBeLessThan(calendar.holidays.length + 1.1);
      }),
    );
  });
});
