import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderEndpoints } from '#infra/build/write-endpoints.ts';
import { renderOpenApi } from '#infra/build/write-openapi.ts';

const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the committed API document is what the contract says', () => {
  expect(committed('docs/openapi.json')).toBe(renderOpenApi());
});

test('the browser’s endpoint list is what the contract says', () => {
  expect(committed('shared/contract/endpoints.generated.ts')).toBe(renderEndpoints());
});
