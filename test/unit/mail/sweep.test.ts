import { describe, expect, it } from 'vitest';
import type { MailJob } from '#functions/app/mail/jobs.ts';
import { hoursToSweep, sweep } from '#functions/app/mail/sweep.ts';

const districtId = 't_00000000000000000000000001';
const ana = { districtId, personId: 'per_00000000000000000000000001' };
const ben = { districtId, personId: 'per_00000000000000000000000002' };

describe('the hours a sweep reads', () => {
  it('are this one and the day before it, newest first', () => {
    const hours = hoursToSweep('2026-11-01T08:20:00.000Z');
    expect(hours).toHaveLength(25);
    expect([hours[0], hours[1], hours.at(-1)]).toEqual(['2026-11-01T08', '2026-11-01T07', '2026-10-31T08']);
  });

  it('reach a week back in the first sweep of a day', () => {
    expect(hoursToSweep('2026-11-02T00:14:59.000Z').at(-1)).toBe('2026-10-26T00');
    expect(hoursToSweep('2026-11-02T00:15:00.000Z').at(-1)).toBe('2026-11-01T00');
  });

  it('leave no hour out on the days clocks change, which are days like others in UTC', () => {
    for (const day of ['2026-11-01', '2027-03-14']) {
      const read = new Set(
        Array.from({ length: 24 }, (_, hour) =>
          hoursToSweep(`${day}T${String(hour).padStart(2, '0')}:30:00Z`),
        ).flat(),
      );
      expect(read.size).toBe(48);
    }
  });
});

describe('a sweep', () => {
  const run = async (due: Record<string, { people: (typeof ana)[]; rows: number; unfit: number }>) => {
    const jobs: MailJob[] = [];
    const result = await sweep(
      {
        dueInHour: async (hour) => due[hour] ?? { people: [], rows: 0, unfit: 0 },
        queue: {
          send: async (more) => {
            jobs.push(...more);
          },
        },
      },
      '2026-11-22T15:20:00.000Z',
    );
    return { jobs, result };
  };

  it('asks for one digest for each person, however many reminders are due in however many hours', async () => {
    const { jobs, result } = await run({
      '2026-11-22T15': { people: [ana, ben], rows: 5, unfit: 0 },
      '2026-11-22T13': { people: [ana], rows: 2, unfit: 0 },
    });
    expect(jobs).toEqual([
      { kind: 'digest', ...ana },
      { kind: 'digest', ...ben },
    ]);
    expect(result).toMatchObject({ reminders: 7, digests: 2, unfit: 0 });
  });

  it('counts rows it cannot read instead of passing over them', async () => {
    const { result } = await run({ '2026-11-22T15': { people: [], rows: 1, unfit: 1 } });
    expect(result).toMatchObject({ reminders: 1, digests: 0, unfit: 1 });
  });
});
