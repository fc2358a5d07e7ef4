import { describe, expect, test } from 'vitest';
import { refuse } from './support/mock-answers.ts';
import { classId, familyId } from './support/sample-class.ts';
import { school } from './support/sample-people.ts';
import { classQueue, emptyQueue, queueAnswers } from './support/sample-queue.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: queueAnswers, once: true });
const { open, openInSpanish, requests } = person;

const queuePath = `/classes/${classId}/queue`;
const press = (name: string | RegExp, exact = false) =>
  person.page.getByRole('button', { name, exact }).first().click();
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
async function openPanel(how: string): Promise<void> {
  await press(/^Invite/);
  await person.page.locator(`input[value=${how}]`).check();
}
async function openAll(): Promise<void> {
  for (const summary of await person.page.locator('summary').all()) await summary.click();
}

const states: State[] = [
  ['the order of a class', queuePath],
  ['the order with a call open', queuePath, {}, () => openPanel('phone')],
  ['the order with a letter to print first', queuePath, {}, () => openPanel('letter')],
  ['the order with an e-mail to send', queuePath, {}, () => openPanel('email')],
  ['the order with everything opened', queuePath, {}, openAll],
  ['an order that has come to its end', queuePath, { getClassQueue: () => ({ ...classQueue, next: [] }) }],
  ['an order without a family', queuePath, { getClassQueue: () => emptyQueue }],
  ['an order that the server fails to give', queuePath, { getClassQueue: broken }],
  ['the order of a school', `/schools/${school.schoolId}/queue`],
];

looksRightIn(person, states, async () => {
  expect(await person.page.locator('.pl-button-primary').count()).toBeLessThanOrEqual(1);
});

test('the order speaks Spanish, and still fits the narrowest phone', async () => {
  const page = await openInSpanish(queuePath);
  expect(await page.locator('h1').textContent()).toBe('A quién invitar ahora');
});

describe('inviting from the order', () => {
  test('by phone notes the call and the answer in one step, and says so where the card was', async () => {
    await open(queuePath);
    await openPanel('phone');
    await person.page.getByText('They said yes').click();
    await press('Save the invitation');
    await person.page.getByText('Saved: The Rivera family said yes.').waitFor();
    expect(requests('inviteFamily').map(({ params, body }) => [params['familyId'], body])).toEqual([
      [familyId, { how: 'phone', rev: 0, answer: 'accepted' }],
    ]);
    expect(await person.page.locator(':focus').textContent()).toContain('Saved');
  });

  test('shows what to say in the family’s language, and no way to reach whom nobody may reach', async () => {
    await open(queuePath);
    await openPanel('phone');
    await person.page.getByText('What you could say: In Spanish').click();
    await person.page.locator('div[lang=es]').getByText('Ustedes deciden.').waitFor();
    expect(await person.page.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBe(2);
    expect(await person.page.getByText('Nothing of the program may reach this person.').count()).toBe(1);
  });

  test('offers no sorting, no filter and no search', async () => {
    await open(queuePath);
    expect(
      await person.page.locator('main').locator('select, input, [role=combobox], [aria-sort]').count(),
    ).toBe(0);
  });
});
