import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classification, renderDataInventory } from '#infra/build/inventory/write-data-inventory.ts';
import { renderEndpoints } from '#infra/build/write-endpoints.ts';
import { renderOpenApi } from '#infra/build/write-openapi.ts';
import { visitStatesDocument } from '#infra/build/write-visit-states.ts';

const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const entityFiles = readdirSync(new URL('../../functions/data/entities/', import.meta.url)).map((file) =>
  committed(`functions/data/entities/${file}`),
);

test('the committed API document is what the contract says', () => {
  expect(committed('docs/openapi.json')).toBe(renderOpenApi());
});

test('the browser’s endpoint list is what the contract says', () => {
  expect(committed('shared/contract/endpoints.generated.ts')).toBe(renderEndpoints());
});

test('the picture of a visit’s states is the machine that runs (I17)', () => {
  expect(committed('docs/visit-states.md')).toBe(visitStatesDocument());
});

test('the data inventory lists every field of every entity that is stored', async () => {
  expect(committed('docs/data-inventory.md')).toBe(renderDataInventory());
  const stored = entityFiles.flatMap((file) =>
    [...file.matchAll(/type: '(\w+)',\n\s+version/g)].map(([, type]) => type),
  );
  expect(classification.map(({ type }) => type).sort()).toEqual(stored.sort());
});
