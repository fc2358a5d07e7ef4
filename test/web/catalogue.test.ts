import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const locales = new URL('../../shared/locales/', import.meta.url);
const areas = readdirSync(new URL('en/', locales)).map((file) => file.replace('.ts', ''));

test.each(areas)(
  'the words of %s say the same in Spanish: every key, every value inside a sentence',
  async (area) => {
    const [english, spanish] = await Promise.all([sentences('en', area), sentences('es', area)]);
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, sentence] of english) {
      expect([key, placeholders(spanish.get(key) ?? '')]).toEqual([key, placeholders(sentence)]);
    }
  },
);

test.each(areas)('the words of %s never say or imply that a visit is required', async (area) => {
  const all = [...(await sentences('en', area)).values(), ...(await sentences('es', area)).values()];
  expect(all.length).toBeGreaterThan(0);
  for (const sentence of all) {
    expect(sentence).not.toMatch(
      /required visit|visits? (is|are) (required|mandatory)|must (be visited|accept)|obligatori/i,
    );
  }
});

async function sentences(language: string, area: string): Promise<Map<string, string>> {
  const file = (await import(new URL(`${language}/${area}.ts`, locales).href)) as Record<string, unknown>;
  return new Map(Object.values(file).flatMap((words) => flat('', words)));
}

function flat(prefix: string, words: unknown): [string, string][] {
  if (typeof words === 'string') return [[prefix, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => flat(`${prefix}.${key}`, value));
}

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}
