import { describe, expect, it } from 'vitest';
import { type Colleague, pairsOf } from '#shared/domain/pairs/pairs.ts';
import type { FreeTime } from '#shared/domain/time/free-times.ts';

const free = (weekday: number, from: string, until: string): FreeTime => ({ weekday, from, until });
const colleague = (name: string, freeTimes: FreeTime[], languages: string[] = []): Colleague => ({
  personId: name,
  name,
  languages,
  freeTimes,
});
const names = (pairs: ReturnType<typeof pairsOf>) =>
  pairs.map(({ people }) => people.map(({ name }) => name).join(' and '));

const ana = colleague('Ana', [free(1, '16:00', '19:00'), free(3, '16:00', '18:00')], ['es']);
const ben = colleague('Ben', [free(1, '17:00', '20:00'), free(3, '15:00', '17:00')]);
const cleo = colleague('Cleo', [free(1, '16:00', '19:00')], ['so', 'es']);
const dora = colleague('Dora', []);

describe('the pair finder', () => {
  it('finds who is free together, those with more days of the week first', () => {
    const pairs = pairsOf([ana, ben, cleo, dora]);
    expect(names(pairs)).toEqual(['Ana and Ben', 'Ana and Cleo', 'Ben and Cleo']);
    expect(pairs[0]?.shared).toEqual([free(1, '17:00', '19:00'), free(3, '16:00', '17:00')]);
    expect(pairs[1]?.languages).toEqual(['es', 'so']);
  });

  it('keeps to a weekday, a language or a person when one is wished', () => {
    expect(names(pairsOf([ana, ben, cleo], { weekday: 3 }))).toEqual(['Ana and Ben']);
    expect(names(pairsOf([ana, ben, cleo], { language: 'so' }))).toEqual(['Ana and Cleo', 'Ben and Cleo']);
    expect(names(pairsOf([ana, ben, cleo], { personId: 'Ben' }))).toEqual(['Ana and Ben', 'Ben and Cleo']);
  });

  it('takes no stretch that is too short for a visit and the way there', () => {
    const late = colleague('Lou', [free(1, '18:20', '21:00')]);
    expect(pairsOf([ana, late])).toEqual([]);
  });

  it('joins stretches that touch', () => {
    const pieces = colleague('Pia', [
      free(1, '16:30', '17:00'),
      free(1, '16:00', '16:30'),
      free(1, '17:00', '18:00'),
    ]);
    expect(pairsOf([ana, pieces])[0]?.shared).toEqual([free(1, '16:00', '18:00')]);
  });

  it('puts more time, then more languages, then names first among equals', () => {
    const short = colleague('Abe', [free(1, '16:00', '17:00')]);
    const long = colleague('Zoe', [free(1, '16:00', '19:00')]);
    const same = colleague('Yan', [free(1, '16:00', '19:00')]);
    expect(names(pairsOf([short, same, long, cleo]))).toEqual([
      'Yan and Cleo',
      'Zoe and Cleo',
      'Yan and Zoe',
      'Abe and Cleo',
      'Abe and Yan',
      'Abe and Zoe',
    ]);
  });
});
