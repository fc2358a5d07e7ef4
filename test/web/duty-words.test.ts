import { expect, test } from 'vitest';
import { settledIn } from './support/browser.ts';
import { refuse } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { betweenVisits, familyHopes } from './support/sample-between-visits.ts';
import { family, familyId, studentId } from './support/sample-class.ts';
import { me } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: betweenVisits, once: true });
const note = (said: string) => person.page.getByRole('status').filter({ hasText: said }).waitFor();

test.each([
  ['en', 'Visits are mandatory, they heard', 'Core practice 1'],
  ['es', 'Oyeron que las visitas son obligatorias', 'Práctica esencial 1'],
] as const)(
  'hopes that sound like a duty are noted at once, and a refusal quotes the practice (%s)',
  async (language, words, said) => {
    await person.open(`/families/${familyId}/students/${studentId}/hopes`, {
      getHopes: () => familyHopes(null),
      getMe: () => me(['educator'], { language }),
      writeHopes: () => {
        throw refuse('NOT_POSSIBLE', 'Not so.', 'words.duty');
      },
    });
    await settledIn(person.page, language);
    await person.page.getByRole('textbox').fill('Ana aprende; Ana learns');
    expect(await person.page.getByText(said).count()).toBe(0);
    await person.page.getByRole('textbox').fill(words);
    await note(said);
    await person.page.locator('main button[type=submit]').click();
    await person.page
      .getByRole('alert')
      .filter({ hasText: /voluntar/ })
      .waitFor();
    await looksRight(person.page);
  },
);

test('a place that sounds like a duty is noted while it is written', async () => {
  await person.open(`/families/${familyId}/schedule`, { getFamily: () => family('accepted') });
  await person.page.getByRole('radio', { name: /library/ }).check();
  await person.page.getByLabel('Which place?').fill('East Library, you must come');
  await note('Core practice 1');
  await looksRight(person.page);
});
