import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';

type Fields = { name: string; email: string | null; schoolIds: string[] };

describe('a field that a roster and people both write (I42)', () => {
  it.each([
    ['follows the roster while nobody touched it', 'Ann', 'Ann', 'Anne', 'Anne'],
    ['keeps what was set by hand', 'Annie', 'Ann', 'Anne', 'Annie'],
    ['stays empty when it was emptied by hand', null, 'Ann', 'Anne', null],
    ['is filled when it was empty before', null, null, 'Anne', 'Anne'],
    ['is not emptied by an empty cell', 'Ann', 'Ann', null, 'Ann'],
  ])('%s', (_, current, last, next, kept) => {
    expect(followRoster({ name: current }, { name: last }, { name: next }).values).toEqual({ name: kept });
  });

  it('of something no roster has named yet is filled only where it is empty', () => {
    const next = { name: 'Rosa Alvarez', email: 'rosa@maple.example', schoolIds: ['s1'] };
    const { values, roster } = followRoster<Fields>(
      { name: 'Rosa M.', email: null, schoolIds: [] },
      undefined,
      next,
    );
    expect(values).toEqual({ ...next, name: 'Rosa M.' });
    expect(roster).toEqual(next);
  });

  it('follows again once hand and roster agree', () => {
    const agreed = followRoster({ name: 'Anne' }, { name: 'Ann' }, { name: 'Anne' });
    expect(followRoster(agreed.values, agreed.roster, { name: 'Anna' }).values).toEqual({ name: 'Anna' });
  });

  it('is the same after the same roster twice', () => {
    const field = fc.option(fc.constantFrom('a', 'b', ''), { nil: null });
    const fields = fc.record({ one: field, two: field });
    fc.assert(
      fc.property(fields, fc.option(fields, { nil: undefined }), fields, (current, last, next) => {
        const once = followRoster(current, last, next);
        const twice = followRoster(once.values, once.roster, next);
        expect(sameFields(once.values, twice.values) && sameFields(once.roster, twice.roster)).toBe(true);
      }),
    );
  });
});
