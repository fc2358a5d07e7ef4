import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextTime } from '#infra/local/schedule-times.ts';
import { journeyStride } from '#infra/local/schedules.ts';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

const iso = (instant: number | undefined): string => new Date(instant ?? Number.NaN).toISOString();
const following = (expression: string, zone: string, from: string): string =>
  iso(nextTime(expression, zone, Date.parse(from)));

describe('a schedule expression', () => {
  it('of a rate is due one period later', () => {
    expect(following('rate(15 minutes)', 'UTC', '2027-01-01T00:00:00Z')).toBe('2027-01-01T00:15:00.000Z');
    expect(following('rate(1 day)', 'UTC', '2027-01-01T00:00:00Z')).toBe('2027-01-02T00:00:00.000Z');
  });

  it('of cron is read in its own zone, on both sides of a clock change', () => {
    const expression = 'cron(30 6 * * ? *)';
    expect(following(expression, 'America/Los_Angeles', '2027-03-13T12:00:00Z')).toBe(
      '2027-03-13T14:30:00.000Z',
    );
    expect(following(expression, 'America/Los_Angeles', '2027-03-14T12:00:00Z')).toBe(
      '2027-03-14T13:30:00.000Z',
    );
  });

  it('counts weekdays from Sunday as 1, by number or by name', () => {
    const friday = '2027-01-01T00:00:00Z';
    expect(following('cron(0 8 ? * 2 *)', 'UTC', friday)).toBe('2027-01-04T08:00:00.000Z');
    expect(following('cron(0 8 ? * MON-FRI *)', 'UTC', '2027-01-02T00:00:00Z')).toBe(
      '2027-01-04T08:00:00.000Z',
    );
    expect(following('cron(0 8 ? * 6#2 *)', 'UTC', friday)).toBe('2027-01-08T08:00:00.000Z');
  });

  it('knows years, and the end of them', () => {
    expect(following('cron(0 0 1 7 ? 2029)', 'UTC', '2027-01-01T00:00:00Z')).toBe('2029-07-01T00:00:00.000Z');
    expect(nextTime('cron(0 0 1 7 ? 2020)', 'UTC', Date.parse('2027-01-01T00:00:00Z'))).toBeUndefined();
  });

  it('that nobody can read is refused', () => {
    expect(() => nextTime('every(day)', 'UTC', 0)).toThrow('cannot read the schedule "every(day)"');
  });
});

describe('a journey of the time machine', () => {
  let fixture: Fixture;
  afterEach(() => fixture.stop());

  describe('with every step', () => {
    beforeEach(async () => {
      fixture = await startFixture({ stride: () => 0 });
    });

    it('runs what is due on the way, in order, each at its own time', async () => {
      const start = fixture.host.clock.now();
      await fixture.host.clock.advanceTo(start + 61 * 60_000);
      const ticks = fixture.journal('Tick').map(({ at }) => Date.parse(String(at)) - start);
      expect(ticks.map((each) => Math.round(each / 60_000))).toEqual([15, 30, 45, 60]);
    });
  });

  describe('as the toolbar makes it', () => {
    beforeEach(async () => {
      fixture = await startFixture();
    });

    it('hands a schedule its planned time, in the zone that it names', async () => {
      const start = fixture.host.clock.now();
      await fixture.host.clock.advanceTo(start + 3 * 86_400_000);
      const planned = fixture
        .journal('Nightly')
        .map(({ event }) => String((event as { planned: string }).planned));
      const expected: string[] = [];
      let next = nextTime('cron(30 6 ? * MON-FRI *)', 'America/Los_Angeles', start);
      while (next !== undefined && next <= start + 3 * 86_400_000) {
        expected.push(iso(next));
        next = nextTime('cron(30 6 ? * MON-FRI *)', 'America/Los_Angeles', next);
      }
      expect(planned).toEqual(expected);
      expect(planned.length).toBeGreaterThan(0);
    });

    it('takes long steps far away and every step near the goal', async () => {
      const start = fixture.host.clock.now();
      await fixture.host.clock.advanceTo(start + 10 * 86_400_000);
      const ticks = fixture.journal('Tick').map(({ at }) => Date.parse(String(at)));
      expect(ticks.length).toBeLessThan(120);
      expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
      expect(Math.max(...gaps)).toBeLessThan(7 * 3_600_000);
      expect(gaps.slice(-7).every((gap) => gap < 16 * 60_000)).toBe(true);
    });

    it('never leaves out a calendar schedule, whatever the step', async () => {
      const year = new Date(fixture.host.clock.now()).getUTCFullYear() + 1;
      await fixture.host.clock.advanceTo(Date.UTC(year, 0, 2));
      expect(fixture.journal('Broken').length).toBe(2);
      expect(fixture.host.deadLetters()).toMatchObject([{ queue: 'ScheduleDead' }]);
    });

    it('is remembered: a restart does not go back in time', async () => {
      const goal = fixture.host.clock.now() + 86_400_000;
      await fixture.host.clock.advanceTo(goal);
      await fixture.restart();
      expect(fixture.host.clock.now()).toBeGreaterThanOrEqual(goal);
    });
  });
});

describe('the stride of a journey', () => {
  it('is exact for the last two hours and never longer than six hours', () => {
    expect([0, 2 * 3_600_000].map(journeyStride)).toEqual([0, 0]);
    expect(Math.max(...[1, 10, 100, 1000].map((days) => journeyStride(days * 86_400_000)))).toBe(
      6 * 3_600_000,
    );
  });
});
