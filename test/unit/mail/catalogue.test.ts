import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

/**
 * Words of duty. Visits are voluntary for families and for educators, and nothing may say or imply otherwise
 * (CP1, I15). They may stand nowhere.
 */
const duty: Record<string, RegExp> = {
  en: /\b(required|requires?|requirement|mandatory|mandated?|obligat\w*|compulsory|quotas?|overdue)\b/i,
  es: /(?<!\p{L})(obligatori\p{L}*|obligaci\p{L}*|obligad\p{L}*|requerid\p{L}*|requisitos?|exigid\p{L}*|forzos\p{L}*|cuotas?)(?!\p{L})/iu,
};
/** Verbs of duty. A setting may be told that one day must come after another; people are not told so. */
const demand: Record<string, RegExp> = {
  en: /\b(must|have to|has to|need to|needs to)\b/i,
  es: /(?<!\p{L})(deben?|debes|deberás?|deberán?|tienen? que|tienes que)(?!\p{L})/iu,
};
/** Catalogues that speak of settings and entries to those who make them, not of visits to those who visit. */
const ofSettings = /\/(national|policy|district|problem)\.ts$/;

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every sentence of a catalogue with its path. */
function sentences(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  );
}

async function load(file: string): Promise<[string, string][]> {
  const module: Record<string, Catalogue> = await import(`${root}${file}`);
  return Object.values(module).flatMap((catalogue) => sentences(catalogue));
}

const files = globSync('shared/locales/{en,es}/*.ts', { cwd: root }).sort();
const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

describe.each(files)('%s', (file) => {
  const language = file.split('/')[2] ?? '';

  it('says nothing of duty (I15)', async () => {
    const forbidden = ofSettings.test(file) ? [duty[language]] : [duty[language], demand[language]];
    const found = (await load(file)).filter(([, text]) => forbidden.some((words) => words?.test(text)));
    expect(found).toEqual([]);
  });

  it('leaves no sentence empty', async () => {
    expect((await load(file)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe.each(files.filter((file) => file.includes('/es/')))('%s beside its English', (file) => {
  it('fills the same blanks', async () => {
    const english = new Map(await load(file.replace('/es/', '/en/')));
    const differing = (await load(file)).filter(
      ([path, text]) => String(blanks(text)) !== String(blanks(english.get(path) ?? '')),
    );
    expect(differing).toEqual([]);
  });
});

describe('the words of duty', () => {
  it.each([
    ['en', 'A visit is required.'],
    ['en', 'You must visit.'],
    ['es', 'La visita es obligatoria.'],
    ['es', 'Usted debe visitar.'],
  ])('are found in %s: %s', (language, text) => {
    expect(duty[language]?.test(text) || demand[language]?.test(text)).toBe(true);
  });
});
