import { describe, expect, test } from 'vitest';
import { settled } from './support/browser.ts';
import { me } from './support/sample-people.ts';
import { notAsked, partAnswers } from './support/sample-training.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: partAnswers });
const { open, sent } = person;

const press = (name: string | RegExp) => person.page.getByRole('button', { name }).first().click();

describe('taking part', () => {
  test('is asked on Today, and one tap answers', async () => {
    let given: 'yes' | null = null;
    await open(
      '/today',
      partAnswers({
        getMe: () =>
          given === null
            ? notAsked()
            : me(['educator'], { participation: { answer: given, since: '2026-11-22T15:00:00.000Z' } }),
        setParticipation: () => {
          given = 'yes';
          return { participation: { answer: 'yes', since: '2026-11-22T15:00:00.000Z' } };
        },
      }),
    );
    await press('Yes, I would like to');
    await person.page.getByText('Good to have you.').waitFor();
    expect(sent('setParticipation')).toEqual([{ answer: 'yes' }]);
    expect(await person.page.getByText('Would you like to take part').count()).toBe(0);
    await person.page.getByRole('link', { name: 'My languages and times' }).click();
    await person.page.getByRole('heading', { name: 'Taking part', level: 1 }).waitFor();
  });

  test('put off once, the question rests, and is still there under its own name', async () => {
    await open('/today', partAnswers({ getMe: () => notAsked() }));
    await press('Ask me later');
    await person.page.getByText('We will ask again in two weeks.').waitFor();
    await person.page.reload();
    await settled(person.page);
    expect(await person.page.getByText('Would you like to take part').count()).toBe(0);
    await open('/taking-part');
    await person.page.getByText('Would you like to take part').waitFor();
    expect(sent('setParticipation')).toEqual([]);
  });

  test('free times are ticked by day and part, and kept around what is taken out', async () => {
    const freeTimes = [{ weekday: 2, from: '15:00', until: '20:00' }];
    await open('/taking-part', partAnswers({ getMe: () => me(['educator'], { languages: [], freeTimes }) }));
    await person.page.getByRole('checkbox', { name: /^Saturday, Morning/ }).check();
    await person.page.getByRole('checkbox', { name: /^Tuesday, Evening/ }).uncheck();
    await person.page.getByLabel('Add a language').selectOption({ label: 'Vietnamese' });
    await press('Save');
    await person.page.getByText('Saved. Colleagues find a time').waitFor();
    expect(sent('setFreeTimes')).toEqual([
      {
        languages: ['vi'],
        freeTimes: [
          { weekday: 2, from: '15:00', until: '16:00' },
          { weekday: 6, from: '08:00', until: '12:00' },
        ],
      },
    ]);
  });
});
