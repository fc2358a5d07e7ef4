import { familyPage as english } from '#shared/locales/en/family-page.ts';
import { familyPage as spanish } from '#shared/locales/es/family-page.ts';
import type { SameShape } from '#shared/locales/same-shape.ts';

/** A catalogue of the family's page in one language. */
export type FamilyWords = SameShape<typeof english>;

/** Every language a family can read its page in. A further one is a catalogue file and its line here. */
export const languages: readonly FamilyWords[] = [english, spanish];

const named = (tag: string): FamilyWords | undefined => {
  const [wanted] = tag.trim().toLowerCase().split('-');
  return languages.find(({ language }) => language.tag.toLowerCase() === wanted);
};

/**
 * The language of a page: the first we have of those that are known, as chosen on the page or the family's own, else
 * of those that the phone asks for, else English.
 */
export function wordsFor(known: readonly (string | null)[], acceptLanguage: string | undefined): FamilyWords {
  const ofPhone = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';q='))
    .map(([tag = '', weight = '1']) => ({ tag, weight: Number(weight) || 0 }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
  for (const tag of [...known, ...ofPhone]) {
    const found = tag ? named(tag) : undefined;
    if (found !== undefined) return found;
  }
  return english;
}

type Blanks<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Blanks<Rest> : never;

/** Fills the blanks of a sentence: `fill(words.when, { day })`. Catalogues of every language have the same blanks. */
export function fill<Text extends string>(
  text: Text,
  values: string extends Text
    ? Readonly<Record<string, string | number>>
    : Readonly<Record<Blanks<Text>, string | number>>,
): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String((values as Record<string, string | number>)[name] ?? ''),
  );
}
