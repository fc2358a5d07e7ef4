import { describe, expect, it } from 'vitest';
import { addDays, addMinutes, instantAt, localDateOf } from '#shared/domain/time/zoned.ts';

describe('wall clock and instant', () => {
  it('reads a wall-clock time in the district’s zone, in winter and in summer', () => {
    expect(instantAt('2026-11-22', '16:30', 'America/Chicago')).toBe('2026-11-22T22:30:00.000Z');
    expect(instantAt('2026-07-22', '16:30', 'America/Chicago')).toBe('2026-07-22T21:30:00.000Z');
  });

  it('knows no instant for a time that daylight saving skips', () => {
    expect(instantAt('2027-03-14', '02:30', 'America/New_York')).toBeNull();
    expect(instantAt('2027-03-14', '03:00', 'America/New_York')).toBe('2027-03-14T07:00:00.000Z');
  });

  it('takes the first of two when clocks go back', () => {
    expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('finds the local day of an instant, which may differ from the UTC day', () => {
    expect(localDateOf('2026-11-23T03:30:00.000Z', 'America/Los_Angeles')).toBe('2026-11-22');
    expect(localDateOf('2026-11-23T03:30:00.000Z', 'Pacific/Guam')).toBe('2026-11-23');
  });

  it('adds days and minutes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addMinutes('2026-11-22T22:30:00.000Z', 45)).toBe('2026-11-22T23:15:00.000Z');
  });
});
