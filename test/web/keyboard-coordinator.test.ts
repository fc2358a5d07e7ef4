import { describe, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { choose, enter, focused, keepsItsPlace, pick, tick, unfold, write } from './support/keyboard.ts';
import { refuse } from './support/mock-answers.ts';
import { classId, familyId } from './support/sample-class.ts';
import { visit } from './support/sample-educator.ts';
import { sampleDistrictId, school } from './support/sample-people.ts';
import { household, queueAnswers } from './support/sample-queue.ts';
import { board, schoolAnswers } from './support/sample-school.ts';
import { signedIn } from './support/signed-in.ts';

const roles: DistrictRole[] = ['educator', 'coordinator'];
const person = signedIn({
  persona: { district: sampleDistrictId, roles },
  answers: (changes) => ({ ...queueAnswers(), ...schoolAnswers(roles, changes) }),
  once: true,
});
const { open, requests, sent } = person;
const boardPath = `/school-board/${school.schoolId}`;

test('a family is invited from the order, and the next one is the next stop', async () => {
  const page = await open(`/classes/${classId}/queue`);
  await enter(page, 'button', 'Invite: The Rivera family');
  await expect.poll(() => focused(page)).toBe('- heading "The Rivera family" [level=3]');
  await choose(page, 'How did you invite them?', 'By phone');
  await choose(page, 'What did they say?', 'They said no, thank you');
  await enter(page, 'button', 'Save the invitation');
  await page.getByRole('status').filter({ hasText: 'said no' }).waitFor();
  expect(sent('inviteFamily')).toEqual([{ how: 'phone', rev: 0, answer: 'declined' }]);
  expect(await page.locator(':focus').textContent()).toContain('said no');
});

test('a panel that is closed again leaves the focus at its family', async () => {
  const page = await open(`/classes/${classId}/queue`);
  await enter(page, 'button', 'Invite: The Zhang family');
  await enter(page, 'button', 'Not now');
  await expect.poll(() => focused(page)).toBe('- heading "The Zhang family" [level=3]');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('button "Invite: The Zhang family"');
});

test('how the order is made opens and closes from its own line', async () => {
  const page = await open(`/classes/${classId}/queue`);
  await unfold(page, 'How this order is made');
  const words = page.getByText('A seed mixes the families');
  expect(await words.isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  expect(await words.isVisible()).toBe(false);
});

test('a pair is looked for by day and person, and how many there are is said', async () => {
  const page = await open(`${boardPath}/pairs`);
  const heard = page.getByRole('status').filter({ hasText: /pair/i });
  await expect.poll(() => heard.textContent()).toBe('2 pairs');
  await pick(page, 'Day of the week', 'Sunday');
  await expect.poll(() => heard.textContent()).toBe('No pair fits');
  await keepsItsPlace(page);
  await pick(page, 'With', 'Noor');
  expect(requests('findPairs').at(-1)?.query).toMatchObject({ weekday: '7' });
});

test('a visit that was written down late is approved, and the focus goes on to the next', async () => {
  let { lateEntries } = board;
  const page = await open(boardPath, {
    getSchoolBoard: () => ({ ...board, lateEntries }),
    decideLateVisit: () => {
      lateEntries = lateEntries.slice(1);
      return visit({ status: 'completed' });
    },
  });
  await enter(page, 'button', 'Yes, it took place: the visit with the family of Mei');
  await page.getByRole('status').filter({ hasText: 'counts now' }).waitFor();
  await expect.poll(() => focused(page)).toBe('- heading "Written down late" [level=2]');
});

describe('somebody to talk to', () => {
  const path = `/families/${familyId}/household`;

  test('is added in a dialog: the focus goes in, stays in, and comes back to the button', async () => {
    const page = await open(path);
    await enter(page, 'button', 'Add somebody');
    const dialog = page.getByRole('dialog', { name: 'Add somebody to talk to' });
    await dialog.waitFor();
    for (let stops = 0; stops < 20; stops += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.locator('main :focus:not(dialog, dialog *)').count(),
        'nothing behind the dialog',
      ).toBe(0);
    }
    await write(page, 'Name', 'Luz Rivera');
    await choose(page, 'How do they like to be reached?', 'A call');
    await enter(page, 'button', 'Save');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    expect(sent('addGuardian')).toMatchObject([{ name: 'Luz Rivera', prefers: 'phone' }]);
    expect(await focused(page)).toBe('- button "Add somebody"');
  });

  test('is refused without a name, at the field that lacks it; Escape leaves everything as it was', async () => {
    const page = await open(path);
    await enter(page, 'button', 'Add somebody');
    await enter(page, 'button', 'Save');
    expect(await focused(page)).toContain('textbox "Name"');
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('- button "Add somebody"');
    expect(sent('addGuardian')).toEqual([]);
  });

  test('who is gone is no place to come back to: the focus goes to the head of the list', async () => {
    const data = household();
    let { guardians } = data;
    const page = await open(path, {
      getFamily: () => ({ ...data, guardians }),
      removeGuardian: () => {
        guardians = guardians.slice(1);
        return { done: true };
      },
    });
    await enter(page, 'button', 'Change Rosa Rivera');
    await unfold(page, 'Take out');
    await enter(page, 'button', 'Yes, take Rosa Rivera out');
    await page.getByRole('status').filter({ hasText: 'Taken out.' }).waitFor();
    await expect.poll(() => focused(page)).toBe('- heading "Whom to talk to" [level=2]');
  });
});

test('what the server refuses is said at once, and the focus stays on the button to try again', async () => {
  const page = await open(`/families/${familyId}/household`, {
    addGuardian: () => {
      throw refuse('BUSY', 'Busy.', 'busy');
    },
  });
  await enter(page, 'button', 'Add somebody');
  await write(page, 'Name', 'Luz Rivera');
  await tick(page, /Do not contact this person/);
  await enter(page, 'button', 'Save');
  await page
    .getByRole('alert')
    .filter({ hasText: /did not answer/ })
    .waitFor();
  expect(await focused(page)).toBe('- button "Save"');
});
