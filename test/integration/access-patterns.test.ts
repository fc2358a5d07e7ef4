import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measurePatterns, renderPatterns } from '#test/support/access-patterns.ts';
import { engineOfTest } from '#test/support/engine.ts';

test('every page and job is one Query, it finds what it asks for, and the documents say so', async () => {
  const measured = await measurePatterns(await engineOfTest());
  for (const { what, queries, items } of measured) {
    expect(queries, what).toBe(1);
    expect(items, what).toBeGreaterThan(0);
  }
  const committed = readFileSync(new URL('../../docs/access-patterns.md', import.meta.url), 'utf8');
  expect(committed).toBe(renderPatterns(measured));
});
