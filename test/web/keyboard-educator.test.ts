import { describe, expect, test } from 'vitest';
import type { Answer } from '#shared/contract/client.ts';
import { settled } from './support/browser.ts';
import { choose, enter, fillIn, focused, keepsItsPlace, pick, tick, write } from './support/keyboard.ts';
import { betweenVisits, contacts } from './support/sample-between-visits.ts';
import { family, familyId, studentId } from './support/sample-class.ts';
import { educatorAnswers, visit, visitId } from './support/sample-educator.ts';
import { noor } from './support/sample-people.ts';
import { amina } from './support/sample-times.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: betweenVisits, once: true });
const { open, sent } = person;
const familyPath = `/families/${familyId}`;
const visitPath = `/visits/${visitId}`;
const standing = () => visit({ localDate: '2026-11-22', startsAt: '2026-11-22T15:00:00Z' });

test('the link over the navigation leads to the page: the next stop is inside it', async () => {
  const page = await open('/today', educatorAnswers());
  await page.reload();
  await settled(page);
  await enter(page, 'link', 'Skip to the page');
  await page.keyboard.press('Tab');
  expect(await page.locator('main :focus').count()).toBe(1);
});

describe('a family is invited', () => {
  let standing: Answer<'getFamily'>['invitation']['status'] = 'not_invited';
  const answers = () => ({
    getFamily: () => family(standing),
    inviteFamily: () => {
      standing = 'accepted';
      return family('accepted').invitation;
    },
  });

  test('from choosing how to what comes next, and the focus stays in the part it was in', async () => {
    standing = 'not_invited';
    const page = await open(familyPath, answers());
    await choose(page, 'How did you invite them?', 'By phone');
    await choose(page, 'What did they say?', 'They said yes');
    await enter(page, 'button', 'Save the invitation');
    await page.getByRole('status').filter({ hasText: 'the family said yes' }).waitFor();
    expect(sent('inviteFamily')).toEqual([{ how: 'phone', rev: 0, answer: 'accepted' }]);
    await keepsItsPlace(page);
    await enter(page, 'link', 'Plan the first visit');
    await page.waitForURL(/\/schedule$/);
  });

  test('a form that is not finished takes the focus to what is missing, and says it', async () => {
    standing = 'not_invited';
    const page = await open(familyPath, answers());
    await enter(page, 'button', 'Save the invitation');
    expect(await focused(page)).toBe('- radio "In person"');
    const group = page.getByRole('group', { name: 'How did you invite them?' });
    expect(await describedBy(group)).toBe('Choose how you invited them');
  });
});

describe('a visit is planned', () => {
  const answers = { getFamily: () => family('accepted') };

  test('with a colleague, an interpreter and a time that suits everybody', async () => {
    const page = await open(`${familyPath}/schedule`, answers);
    await tick(page, 'Tomás');
    await pick(page, 'Who comes with you?', 'Noor');
    await pick(page, 'Does somebody interpret?', 'Amina');
    await choose(page, 'Times that suit everybody', 'Thu, Dec 3, 4:30 PM');
    await choose(page, 'Where?', /library/);
    await write(page, 'Which place?', 'East Library');
    await enter(page, 'button', 'Ask everybody');
    await page.waitForURL(/\/visits\//);
    expect(sent('proposeVisit')).toMatchObject([
      {
        studentIds: [studentId],
        date: '2026-12-03',
        time: '16:30',
        type: 'neutral',
        place: 'East Library',
        partnerIds: [noor.personId],
        interpreterId: amina.personId,
      },
    ]);
    await page.getByRole('status').filter({ hasText: 'asked by mail' }).waitFor();
    expect(await focused(page)).toContain('heading');
  });

  test('at a day and an hour of one’s own', async () => {
    const page = await open(`${familyPath}/schedule`, answers);
    await fillIn(page, 'Day', '12042026');
    await fillIn(page, 'Time', '0515PM');
    expect(await page.getByLabel('Day').inputValue()).toBe('2026-12-04');
    expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('17:15');
  });

  test('more times open where the button was', async () => {
    const page = await open(`${familyPath}/schedule`, answers);
    await enter(page, 'button', 'Show more times');
    await expect.poll(() => focused(page)).toContain('group "Times that suit everybody"');
    await choose(page, 'Times that suit everybody', 'Thu, Dec 10, 4:30 PM');
  });

  test('what is missing says so at its field, and the first of it takes the focus', async () => {
    const page = await open(`${familyPath}/schedule`, answers);
    await enter(page, 'button', 'Ask everybody');
    expect(await focused(page)).toContain('combobox "Who comes with you?"');
    expect(await describedBy(page.locator(':focus'))).toContain('Choose a colleague');
    expect(await describedBy(page.getByLabel('Day'))).toContain('Choose a day');
  });
});

test('a visit is logged', async () => {
  const page = await open(`${visitPath}/log`, { getVisit: standing });
  await tick(page, noor.name);
  await choose(page, 'How long did it take?', 'Another length');
  await write(page, 'How many minutes?', '50');
  await enter(page, 'button', 'It took place: save');
  await page.waitForURL(new RegExp(`${visitPath}$`));
  expect(sent('completeVisit')).toMatchObject([{ actualMinutes: 50 }]);
  await page.getByRole('status').filter({ hasText: 'Logged' }).waitFor();
  expect(await focused(page)).toContain('heading');
});

test('a visit that does not take place is written down with who could not and why', async () => {
  const page = await open(`${visitPath}/cancel`, { getVisit: standing });
  await enter(page, 'button', 'Save');
  expect(await describedBy(page.getByRole('group', { name: 'Why?' }))).toBe('Choose why');
  await choose(page, 'What happened?', /called off/);
  await choose(page, 'Who could not?', 'The family');
  await choose(page, 'Why?', 'Somebody is ill');
  await enter(page, 'button', 'Save');
  await page.waitForURL(new RegExp(`${visitPath}$`));
  expect(sent('cancelVisit')).toMatchObject([{ outcome: 'cancelled', side: 'family', reason: 'illness' }]);
});

test('a reflection is written, with one more prompt than it began with', async () => {
  const page = await open(`${visitPath}/students/${studentId}/reflection`);
  await enter(page, 'button', 'Hard moments');
  await page.keyboard.type('Ask her what she needs first');
  await write(page, /one thing you will try/, 'A quiet corner');
  await tick(page, /We wrote this together/);
  await enter(page, 'button', 'Save my reflection');
  await page.waitForURL(new RegExp(`${visitPath}$`));
  expect(sent('writeReflection')).toMatchObject([
    {
      together: true,
      words: { apply: 'A quiet corner', answers: [{ text: 'Ask her what she needs first' }] },
    },
  ]);
});

describe('a contact', () => {
  test('is written down, and the focus returns to where it began', async () => {
    const page = await open(familyPath);
    await enter(page, 'button', 'Write down a contact');
    await keepsItsPlace(page);
    await choose(page, 'How?', 'Text');
    await write(page, 'In one line', 'Ana read her first whole book');
    await enter(page, 'button', 'Save');
    await page.getByRole('status').filter({ hasText: 'Written down.' }).waitFor();
    expect(sent('addContact')).toMatchObject([{ how: 'text', line: 'Ana read her first whole book' }]);
    await expect.poll(() => focused(page)).toBe('- heading "Staying in touch" [level=2]');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('- button "Write down a contact"');
  });

  test('is removed after a question: Escape leaves it alone and gives the focus back', async () => {
    let { items } = contacts;
    const page = await open(familyPath, {
      listContacts: () => ({ items, cursor: null }),
      removeContact: () => {
        items = items.slice(1);
        return { done: true };
      },
    });
    await enter(page, 'button', 'Remove');
    const question = page.getByRole('dialog', { name: 'Remove this line?' });
    await question.waitFor();
    expect(await question.locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('- button "Remove"');
    expect(sent('removeContact')).toEqual([]);
    await page.keyboard.press('Enter');
    await enter(page, 'button', 'Remove it');
    await page.getByRole('status').filter({ hasText: 'Removed.' }).waitFor();
    await expect.poll(() => focused(page)).toBe('- heading "Staying in touch" [level=2]');
  });
});

/** The texts a screen reader adds to a field's name. */
async function describedBy(field: ReturnType<typeof person.page.locator>): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim(),
  );
}
