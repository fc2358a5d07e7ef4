import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { movable } from '#functions/app/class-lists/merge/rename.ts';

test('whatever lies beside a family or a visit is known to a merge: nothing new is ever left behind', () => {
  const folder = new URL('../../functions/data/entities/', import.meta.url);
  const beside = readdirSync(folder)
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/entity\(\{[\s\S]*?\n\}\);/g),
    ])
    .filter(([text]) => /keys\.(family|visit)\(t/.test(text))
    .map(([text]) => /type: '(\w+)'/.exec(text)?.[1]);
  expect(beside.length).toBeGreaterThan(15);
  expect(beside.filter((type) => type !== 'movedFamily' && type !== 'mergeUnderWay').sort()).toEqual(
    movable.map(({ type }) => type).sort(),
  );
});
