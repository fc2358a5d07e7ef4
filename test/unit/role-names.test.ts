import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoPeople, describePerson } from '#infra/local/demo/people.ts';
import { shell } from '#shared/locales/en/shell.ts';

const folder = new URL('../../shared/locales/', import.meta.url);

/** Every sentence of a language’s catalogues, after its place. */
async function sentences(language: 'en' | 'es'): Promise<string[]> {
  const files = readdirSync(new URL(language, folder));
  const catalogues = await Promise.all(
    files.map((file) => import(new URL(`${language}/${file}`, folder).href)),
  );
  return files.flatMap((file, index) => leaves(file, catalogues[index]));
}

function leaves(place: string, value: unknown): string[] {
  if (typeof value === 'string') return [`${place}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${place} ${key}`, inner));
}

describe('a role has one name', () => {
  it.each([
    ['en', /administrator/i, ['shell.ts shell role national_admin: National administrator']],
    ['es', /administra(dor|ción)/i, ['shell.ts shell role national_admin: Administración nacional']],
  ] as const)(
    'in every sentence (%s): districts are coordinated, only the nation is administered',
    async (language, name, left) => {
      expect((await sentences(language)).filter((sentence) => name.test(sentence))).toEqual(left);
    },
  );

  it('in the list of demo people too', () => {
    const words = new Set<string>(Object.values(shell.role));
    const named = demoPeople.map((one) => describePerson({ ...one, certified: false }));
    expect(named.filter((name) => !words.has(name))).toEqual([]);
    expect(named).toContain('District coordinator');
  });
});
