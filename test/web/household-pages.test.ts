import { describe, expect, test } from 'vitest';
import { family, familyId } from './support/sample-class.ts';
import { household, queueAnswers } from './support/sample-queue.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: queueAnswers, once: true });
const { open, openInSpanish, requests, sent } = person;

const householdPath = `/families/${familyId}/household`;
const press = (name: string | RegExp, exact = false) =>
  person.page.getByRole('button', { name, exact }).first().click();
const protectedFamily = () => ({ ...household(), family: { ...household().family, doNotContact: true } });
async function addNobody(): Promise<void> {
  await press('Add somebody');
  await person.page.locator('dialog button.pl-button-primary').click();
}

const states: State[] = [
  ['contacts and language', householdPath],
  ['a household without a link', householdPath, { listFamilyLinks: () => ({ items: [] }) }],
  ['changing a guardian', householdPath, {}, () => press('Change Rosa Rivera')],
  ['a guardian whose mail comes back', householdPath, { getFamily: () => household('bounce') }],
  [
    'correcting an address from which mail comes back',
    householdPath,
    { getFamily: () => household('bounce') },
    () => press('Change Rosa Rivera'),
  ],
  ['adding a guardian without a name', householdPath, {}, addNobody],
  ['a guardian only a coordinator may open', householdPath, {}, () => press(/^Change Francisco/)],
  ['leaving a family alone', householdPath, {}, () => press('Do not contact this family')],
  ['a family left alone', householdPath, { getFamily: protectedFamily }],
];

looksRightIn(person, states, async () => {
  expect(await person.page.locator('.pl-button-primary').count()).toBeLessThanOrEqual(1);
});

test('a household speaks Spanish, and still fits the narrowest phone', async () => {
  const page = await openInSpanish(householdPath);
  expect(await page.locator('h1').textContent()).toBe('Contactos e idioma');
});

describe('a household', () => {
  test('sends only what was touched of a guardian, so that the rest follows the roster', async () => {
    await open(householdPath);
    await press('Change Rosa Rivera');
    await person.page.getByLabel('Phone').fill('303 555 0199');
    await press('Save', true);
    await person.page.getByText('Saved.').waitFor();
    expect(sent('changeGuardian')).toEqual([{ rev: 1, phone: '303 555 0199' }]);
  });

  test('says beside a guardian that mail comes back, and what to do where it is corrected', async () => {
    person.server.answers = queueAnswers({ getFamily: () => household('bounce') });
    await open(householdPath);
    await person.page.getByText('Mail to this address comes back').waitFor();
    await press('Change Rosa Rivera');
    const email = person.page.getByLabel('E-mail', { exact: false }).first();
    await person.page.getByText('Write the right address.').waitFor();
    await email.fill('rosa.new@example.org');
    await press('Save', true);
    await person.page.getByText('Saved.').waitFor();
    expect(sent('changeGuardian')).toEqual([{ rev: 1, email: 'rosa.new@example.org' }]);
  });

  test('is invited by mail where only those read it who may: the form names those who get one', async () => {
    const [rosa, ...others] = household().guardians;
    if (rosa === undefined) throw new Error('no guardian');
    const shared = (name: string, noContact: boolean, number: number) => ({
      ...rosa,
      guardianId: `gua_${String(number).padStart(26, '0')}`,
      name,
      email: 'all.of.us@example.org',
      noContact,
    });
    const guardians = [rosa, ...others, shared('Reads Along', false, 71), shared('Not Reached', true, 72)];
    person.server.answers = queueAnswers({ getFamily: () => ({ ...household(), guardians }) });
    await open(`/families/${familyId}`);
    await person.page.getByText('By e-mail').click();
    const said = await person.page.getByText('Porchlight writes to').textContent();
    expect(said).toContain(rosa.name);
    expect(said).not.toContain('Reads Along');
  });

  test('takes a guardian out after a second press', async () => {
    await open(householdPath);
    await press('Change Rosa Rivera');
    await person.page.locator('dialog summary').click();
    await press('Yes, take Rosa Rivera out');
    await person.page.getByText('Taken out.').waitFor();
    expect(sent('removeGuardian')).toEqual([{ rev: 1 }]);
  });

  test('is left alone after a second press, and an educator cannot take that back', async () => {
    await open(householdPath);
    await press('Do not contact this family');
    expect(sent('changeFamily')).toEqual([]);
    person.server.answers = queueAnswers({ getFamily: protectedFamily });
    await press(/^Yes, leave them alone/);
    await person.page.getByText('Only your coordinator can change this.').first().waitFor();
    expect(sent('changeFamily')).toEqual([{ rev: 1, doNotContact: true }]);
    expect(await person.page.getByRole('button', { name: 'They may be contacted again' }).count()).toBe(0);
  });

  test('ends the links of a lost letter after a second press', async () => {
    await open(householdPath);
    await press('A letter was lost: end all links');
    expect(sent('revokeFamilyLinks')).toEqual([]);
    await press('Yes, end all links of this family');
    await person.page.getByText('All links are ended.').waitFor();
    expect(requests('revokeFamilyLinks').map(({ params }) => params['familyId'])).toEqual([familyId]);
  });

  test('keeps a home language, also one that the list did not have', async () => {
    person.server.answers = queueAnswers({
      getFamily: () => ({ ...family('not_invited'), family: { ...household().family, language: 'quc' } }),
    });
    await open(householdPath);
    expect(await person.page.getByLabel('Language at home').inputValue()).toBe('quc');
    await person.page.getByLabel('Language at home').selectOption('so');
    await press('Save the language');
    await person.page.getByText('Saved.').waitFor();
    expect(sent('changeFamily')).toEqual([{ rev: 1, language: 'so' }]);
  });
});
