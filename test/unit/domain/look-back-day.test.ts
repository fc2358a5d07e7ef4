import { describe, expect, it } from 'vitest';
import { lookBackDay } from '#shared/domain/reflection/write.ts';

const policy = { lookBackDays: 28 };
const year = { firstDay: '2026-08-17', lastDay: '2027-06-10' };

describe('the day on which an author is asked how it went', () => {
  it('is some weeks after the writing', () => {
    expect(lookBackDay('2026-10-01', policy, year)).toBe('2026-10-29');
  });

  it('leaves as many weeks of school after a visit in summer: before, nothing can be tried in class', () => {
    expect(lookBackDay('2026-07-15', policy, year)).toBe('2026-09-14');
    expect(lookBackDay('2026-08-16', policy, year)).toBe('2026-09-14');
    expect(lookBackDay('2026-08-18', policy, year)).toBe('2026-09-15');
  });

  it('is none when school has ended by then', () => {
    expect(lookBackDay('2027-05-13', policy, year)).toBe('2027-06-10');
    expect(lookBackDay('2027-05-14', policy, year)).toBeNull();
  });
});
