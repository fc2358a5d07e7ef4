import { describe, expect, test } from 'vitest';
import { readSquare } from './support/read-square.ts';
import { classId, familyId } from './support/sample-class.ts';
import { classQueue, emptyQueue, letterSet, queueAnswers } from './support/sample-queue.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: queueAnswers, once: true });
const { open, openInSpanish, sent } = person;

const lettersPath = `/classes/${classId}/letters`;
const letterPath = `/families/${familyId}/letter`;
const press = (name: string | RegExp, exact = false) =>
  person.page.getByRole('button', { name, exact }).first().click();
async function makeLetters(): Promise<void> {
  await person.page.locator('main button.pl-button-primary').click();
  await person.page.locator('.pl-sheet').first().waitFor();
}
async function chooseNobody(): Promise<void> {
  const chosen = person.page.locator('input[type=checkbox]:checked');
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await person.page.locator('main button.pl-button-primary').click();
}

const states: State[] = [
  ['letters to choose', lettersPath],
  ['letters for nobody', lettersPath, {}, chooseNobody],
  ['letters that are ready', lettersPath, {}, makeLetters],
  ['no family to write to', lettersPath, { getClassQueue: () => emptyQueue }],
  ['a letter for one family', letterPath, {}, makeLetters],
];

looksRightIn(person, states, async () => {
  expect(await person.page.locator('.pl-button-primary').count()).toBeLessThanOrEqual(1);
});

test('letters speak Spanish, and still fit the narrowest phone', async () => {
  const titles: (string | null)[] = [];
  for (const path of [lettersPath, letterPath]) {
    const page = await openInSpanish(path);
    titles.push(await page.locator('h1').textContent());
  }
  expect(titles).toEqual(['Cartas para imprimir', 'Una carta para imprimir']);
});

describe('letters', () => {
  test('are asked for once, for the families that nobody invited yet', async () => {
    await open(lettersPath);
    await makeLetters();
    const unasked = classQueue.next.filter(({ invitation }) => invitation === 'not_invited');
    expect(sent('makeClassLetters')).toEqual([{ familyIds: unasked.map((one) => one.familyId) }]);
  });

  test('are in each family’s language, in two where it has none, and each carries its own square', async () => {
    await open(lettersPath);
    await makeLetters();
    const sheets = person.page.locator('.pl-sheet');
    const languages = await Promise.all((await sheets.all()).map((sheet) => sheet.getAttribute('lang')));
    expect(languages).toEqual(['es', 'en', 'en', 'es']);
    await person.page.getByText('English', { exact: true }).click();
    expect(await sheets.count()).toBe(3);
    const squares = await person.page.locator('.pl-qr').all();
    expect(await Promise.all(squares.map(readSquare))).toEqual(
      letterSet.letters.map(({ path }) => `${person.server.url}${path}`),
    );
    expect(await sheets.nth(2).textContent()).toContain('give it back to us');
  });

  test.each([
    ['letter', 'Letter (8.5 × 11 in)', [612, 792]],
    ['A4', 'A4', [595, 842]],
  ] as const)('fill one sheet of %s each, with the longest names', async (_, label, size) => {
    await open(lettersPath);
    await makeLetters();
    await person.page.getByText(label, { exact: true }).click();
    const pdf = (await person.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = [...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box = '']) =>
      box
        .split(' ')
        .slice(2)
        .map((side) => Math.round(Number(side))),
    );
    expect(pages).toEqual([size, size, size, size]);
  });

  test('become invitations once they are on their way, each family once', async () => {
    await open(lettersPath);
    await makeLetters();
    await press(/^They are on their way/);
    await person.page.getByText('Saved: 3 families are invited by letter.').waitFor();
    expect(sent('inviteFamily')).toEqual(letterSet.letters.map(() => ({ how: 'letter', rev: 0 })));
    expect(await person.page.getByRole('button', { name: /^They are on their way/ }).count()).toBe(0);
  });
});
