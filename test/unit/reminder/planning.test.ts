import { describe, expect, it } from 'vitest';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import {
  remindersOfCancellation,
  remindersOfCompletion,
  remindersOfReturnedClaim,
} from '#shared/domain/reminder/planning.ts';
import { remindersSettledByClaim, remindersSettledByReflection } from '#shared/domain/reminder/settling.ts';
import { ana, ben, claim, leo, maya, reflection, reminder, settings, visit, visitId } from './records.ts';

const now = '2026-11-04T00:10:00.000Z';
const complete = (changes: Partial<Parameters<typeof remindersOfCompletion>[0]> = {}) =>
  remindersOfCompletion({
    visit: visit(),
    reflections: [reflection()],
    claims: [claim()],
    settings,
    now,
    ...changes,
  });
const times = (reminders: Reminder[], rule: Reminder['rule']) =>
  reminders.filter((planned) => planned.rule === rule).map((planned) => planned.dueAt);

describe('after a completed first visit', () => {
  it('asks for the reflection on the morning it is due and three business days later', () => {
    expect(times(complete(), 'reflection_due')).toEqual([
      '2026-11-10T13:00:00.000Z',
      '2026-11-13T13:00:00.000Z',
    ]);
  });

  it('asks for the claim two business days before its last day and on that day', () => {
    expect(times(complete(), 'claim_due')).toEqual(['2026-11-13T13:00:00.000Z', '2026-11-17T13:00:00.000Z']);
  });

  it('recalls a claim whose last day is a Sunday on the Friday before, never on the holiday', () => {
    const dueSunday = complete({ claims: [claim({ dueOn: '2026-11-29' })] });
    expect(times(dueSunday, 'claim_due')).toEqual(['2026-11-23T13:00:00.000Z', '2026-11-25T13:00:00.000Z']);
  });

  it('prompts the lead, and only the lead, on the first mailing morning of the season', () => {
    const prompts = complete().filter(({ rule }) => rule === 'second_visit');
    expect(prompts).toMatchObject([
      { personId: ana, studentId: maya, occurrence: 1, dueAt: '2027-01-15T13:00:00.000Z' },
    ]);
  });

  it('lets a family rest two weeks when the season has already begun', () => {
    const late = visit({ localDate: '2027-02-02', startsAt: '2027-02-02T22:30:00.000Z' });
    const prompts = complete({ visit: late, now: '2027-02-02T23:30:00.000Z' });
    expect(times(prompts, 'second_visit')).toEqual(['2027-02-16T13:00:00.000Z']);
  });

  it('prompts for no second visit when the season would be over', () => {
    const late = visit({ localDate: '2027-05-10' });
    expect(times(complete({ visit: late, now: '2027-05-10T23:30:00.000Z' }), 'second_visit')).toEqual([]);
  });

  it('prompts for no second visit after a second visit', () => {
    const second = visit({ students: [{ studentId: maya, givenName: 'Maya', number: 2 }] });
    expect(times(complete({ visit: second }), 'second_visit')).toEqual([]);
  });

  it('plans for each student of the household on its own (I14)', () => {
    const both = complete({
      visit: visit({
        students: [
          { studentId: maya, givenName: 'Maya', number: 1 },
          { studentId: leo, givenName: 'Leo', number: 1 },
        ],
      }),
      reflections: [reflection(), reflection({ studentId: leo, givenName: 'Leo' })],
    });
    const students = (rule: string) => both.filter((r) => r.rule === rule).map((r) => r.studentId);
    expect(students('second_visit')).toEqual([maya, leo]);
    expect(students('reflection_due')).toEqual([maya, maya, leo, leo]);
  });

  it('plans nothing for what is done, sent in or unpaid', () => {
    const nothing = complete({
      visit: visit({ students: [{ studentId: maya, givenName: 'Maya', number: 3 }] }),
      reflections: [reflection({ status: 'done' })],
      claims: [claim({ status: 'unpaid' }), claim({ status: 'submitted', personId: ben })],
    });
    expect(nothing).toEqual([]);
  });

  it('asks at most once, and not before tomorrow, when a visit is logged after its deadlines', () => {
    const late = complete({ now: '2026-12-01T18:00:00.000Z' });
    expect(times(late, 'reflection_due')).toEqual(['2026-12-02T13:00:00.000Z']);
    expect(times(late, 'claim_due')).toEqual(['2026-12-02T13:00:00.000Z']);
  });

  it.each([
    ['clocks go back between visit and deadline', '2026-10-27', '2026-11-03', '2026-11-03T13:00:00.000Z'],
    ['clocks go forward between visit and deadline', '2027-03-10', '2027-03-17', '2027-03-17T12:00:00.000Z'],
  ])('stays at 07:00 on the wall when %s', (_case, localDate, dueOn, dueAt) => {
    const planned = complete({
      visit: visit({ localDate }),
      reflections: [reflection({ dueOn })],
      now: `${localDate}T23:00:00.000Z`,
    });
    expect(times(planned, 'reflection_due')[0]).toBe(dueAt);
  });

  it('numbers the occurrences of one subject from 1 (I32)', () => {
    const numbered = complete().filter(({ rule }) => rule !== 'second_visit');
    expect(numbered.map(({ rule, occurrence }) => `${rule} ${occurrence}`)).toEqual([
      'reflection_due 1',
      'reflection_due 2',
      'claim_due 1',
      'claim_due 2',
    ]);
  });
});

describe('when a visit does not happen', () => {
  const second = visit({
    status: 'cancelled',
    students: [{ studentId: maya, givenName: 'Maya', number: 2 }],
  });

  const cancelledOn = (at: string, firstOn = '2026-11-03') =>
    remindersOfCancellation({
      visit: second,
      students: [{ studentId: maya, visits: [{ visitId, status: 'completed', on: firstOn }] }],
      settings,
      now: at,
    });

  it('prompts again for a second visit a week later while the season lasts', () => {
    expect(times(cancelledOn('2027-02-01T18:00:00.000Z'), 'second_visit')).toEqual([
      '2027-02-08T13:00:00.000Z',
    ]);
  });

  it('leaves it to the prompt of the first visit while that is still to come', () => {
    expect(cancelledOn('2026-12-01T18:00:00.000Z'), 'before the season').toEqual([]);
    expect(cancelledOn('2027-02-01T18:00:00.000Z', '2027-01-25'), 'in the rest after the first').toEqual([]);
  });

  it('prompts for nothing after a first visit or after the season', () => {
    const cancelled = visit({ status: 'cancelled' });
    const ofFirst = remindersOfCancellation({ visit: cancelled, students: [], settings, now });
    expect([...ofFirst, ...cancelledOn('2027-05-12T18:00:00.000Z')]).toEqual([]);
  });
});

describe('when something is settled', () => {
  const rows = [
    reminder(),
    reminder({ occurrence: 2 }),
    reminder({ personId: ben }),
    reminder({ studentId: leo }),
    reminder({ rule: 'claim_due', studentId: null }),
    reminder({ rule: 'claim_due', studentId: null, personId: ben }),
    reminder({ occurrence: 3, status: 'sent' }),
  ];

  it('a finished reflection settles the author’s own planned reminders about that student only', () => {
    const settled = remindersSettledByReflection(rows, {
      personId: ana,
      studentId: maya,
      lookedBackAt: null,
    });
    expect(settled.map(({ status, occurrence }) => `${status} ${occurrence}`)).toEqual([
      'settled 1',
      'settled 2',
    ]);
  });

  it('a submitted claim settles the claimant’s reminder only', () => {
    expect(remindersSettledByClaim(rows, { personId: ben })).toEqual([{ ...rows[5], status: 'settled' }]);
  });

  it('a claim that is sent back is asked for again, with occurrences never used before (I32)', () => {
    const again = remindersOfReturnedClaim({
      claim: claim({ dueOn: '2026-11-17' }),
      existing: [
        reminder({ rule: 'claim_due', studentId: null, status: 'settled' }),
        reminder({ rule: 'claim_due', studentId: null, status: 'settled', occurrence: 2 }),
      ],
      settings,
      now: '2026-11-12T20:00:00.000Z',
    });
    expect(again.map(({ occurrence, dueAt }) => [occurrence, dueAt])).toEqual([
      [3, '2026-11-13T13:00:00.000Z'],
      [4, '2026-11-17T13:00:00.000Z'],
    ]);
  });
});
