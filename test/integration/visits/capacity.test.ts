import { expect, test } from 'vitest';
import { measureScale } from '#test/bench/capacity-at-scale.ts';

test('a command costs the same in a district with hundreds of visits as in one with a single visit', async () => {
  const figures = await measureScale([1, 400]);
  const [small, large] = [1, 400].map((size) =>
    figures.filter(({ visits }) => visits === size).map(({ visits: _, ...figure }) => figure),
  );
  expect(small).not.toEqual([]);
  expect(large).toEqual(small);
});
