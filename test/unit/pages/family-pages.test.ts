import { describe, expect, test } from 'vitest';
import { familyPages } from '#functions/pages/family-pages.ts';
import { languages } from '#functions/pages/languages.ts';
import { familyStates } from '#test/web/support/sample-family-views.ts';

const textOf = (page: string): string => page.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');
const render = (state: keyof typeof familyStates, step: string, tag = 'en') => {
  const words = languages.find(({ language }) => language.tag === tag);
  if (words === undefined) throw new Error(`no catalogue in ${tag}`);
  const frame = { words, base: '/f/link', step, chosen: null, formKey: 'k', said: null, refused: null };
  return step === ''
    ? familyPages.getFamilyPage(familyStates[state], frame, {})
    : familyPages.getFamilyStep(familyStates[state], frame, { step });
};

describe('what is kept about a family', () => {
  test.each(['en', 'es'])('names in %s all that it wished for, in its own words', (tag) => {
    const text = textOf(render('accepted', 'kept', tag));
    for (const own of ['City library', 'After six in winter, please.', 'Lea Lead'])
      expect(text).toContain(own);
    expect(text).toMatch(/somal/i);
  });

  test('says of a family that asked for it that it is not to be contacted', () => {
    expect(textOf(render('stopped', 'kept'))).toContain('please do not contact us');
  });
});

describe('a visit whose time has come', () => {
  test('has nothing on it that could only be refused, and is not among those that a no cancels', () => {
    const home = render('begun', '');
    expect(home).toContain('October 1');
    for (const step of ['/time', '/cancel', 'calendar.ics']) expect(home).not.toContain(step);
    expect(textOf(render('begun', 'no'))).not.toContain('will be cancelled');
    expect(textOf(render('scheduled', 'no'))).toContain('October 1 will be cancelled');
  });
});
