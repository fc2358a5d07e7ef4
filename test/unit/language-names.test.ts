import { expect, test } from 'vitest';
import { languageName } from '#shared/locales/language-names.ts';

test('a language that phones do not know has a name of our own, in both languages of the app', () => {
  expect(languageName('ase', 'en')).toBe('American Sign Language');
  expect(languageName('ase', 'es-US')).toBe('lengua de señas estadounidense');
  expect(languageName('nv', 'en-US')).toBe('Navajo');
});

test('every other language is named as the device names it, and an unknown tag is shown as it is', () => {
  expect(languageName('so', 'es')).toBe('somalí');
  expect(languageName('not a tag', 'en')).toBe('not a tag');
});
