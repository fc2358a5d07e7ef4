import { describe, expect, it } from 'vitest';
import { digestOf } from '#shared/domain/reminder/digest.ts';
import { type ReminderFacts, stillNeeded } from '#shared/domain/reminder/still-needed.ts';
import {
  claim,
  facts,
  familyId,
  leo,
  maya,
  reflection,
  reminder,
  studentYear,
  visit,
  visitId,
} from './records.ts';

const later = { visitId: 'vis_00000000000000000000000002', on: '2027-02-01' };
const first = studentYear().visits[0] ?? { visitId, status: 'completed' as const, on: '2026-11-03' };

describe('what is still to be said when the sender looks again (I33)', () => {
  it.each<[string, Partial<ReminderFacts>, string]>([
    ['owed', {}, 'send'],
    ['written meanwhile', { reflection: reflection({ status: 'done' }) }, 'settled'],
    ['gone', { reflection: null }, 'settled'],
    ['of a visit that is no longer completed', { visit: visit({ status: 'cancelled' }) }, 'settled'],
    ['of a family that declined (I12)', { invitation: 'declined' }, 'settled'],
    ['of a family that wants no contact: it names the child', { doNotContact: true }, 'settled'],
    ['of a reader without seasonal prompts (I37)', { seasonalPrompts: false }, 'send'],
  ])('a reflection %s: %s', (_case, changes, verdict) => {
    expect(stillNeeded(reminder(), facts(changes))).toBe(verdict);
  });

  const tried = { status: 'done', lookBackOn: '2027-01-19' } as const;
  it.each<[string, Partial<ReminderFacts>, string]>([
    ['not yet answered', {}, 'send'],
    ['before its day', { today: '2027-01-18' }, 'settled'],
    ['two months later: then it would be a reproach', { today: '2027-03-21' }, 'settled'],
    [
      'answered meanwhile',
      { reflection: reflection({ ...tried, lookedBackAt: '2027-01-19T15:00:00.000Z' }) },
      'settled',
    ],
    ['of a family that declined (I12)', { invitation: 'declined' }, 'settled'],
    ['of a family that wants no contact', { doNotContact: true }, 'settled'],
    ['of a reader without seasonal prompts (I37)', { seasonalPrompts: false }, 'settled'],
  ])('the question how it went, %s: %s', (_case, changes, verdict) => {
    const asked = facts({ reflection: reflection(tried), ...changes });
    expect(stillNeeded(reminder({ rule: 'look_back' }), asked)).toBe(verdict);
  });

  it.each<[string, Partial<ReminderFacts>, string]>([
    ['open', {}, 'send'],
    ['submitted', { claim: claim({ status: 'submitted' }) }, 'settled'],
    ['approved', { claim: claim({ status: 'approved' }) }, 'settled'],
    ['open, of a family that declined: it is the educator’s pay', { invitation: 'declined' }, 'send'],
    ['open, of a reader without seasonal prompts (I37)', { seasonalPrompts: false }, 'send'],
    ['of a visit that is gone', { visit: null }, 'settled'],
    ['of somebody without a certificate on that day: never paid (I23)', { certifiedThen: false }, 'settled'],
    ['open on the day after its last: nobody can send it in any more', { today: '2026-11-18' }, 'settled'],
    [
      'sent in in time and sent back after its last day',
      { today: '2026-11-18', claim: claim({ submittedAt: '2026-11-16T15:00:00.000Z' }) },
      'send',
    ],
  ])('a claim %s', (_case, changes, verdict) => {
    const onItsLastDay = facts({ today: '2026-11-17', ...changes });
    expect(stillNeeded(reminder({ rule: 'claim_due', studentId: null }), onItsLastDay)).toBe(verdict);
  });

  it.each<[string, Partial<ReminderFacts>, string]>([
    ['first completed, no second, in season', {}, 'send'],
    ['on the first day of the season', { today: '2027-01-15' }, 'send'],
    ['on the last day of the season', { today: '2027-05-14' }, 'send'],
    ['the day before the season', { today: '2027-01-14' }, 'before_season'],
    ['the day after the season', { today: '2027-05-15' }, 'settled'],
    [
      'second scheduled',
      { studentYear: studentYear({ visits: [first, { ...later, status: 'scheduled' }] }) },
      'settled',
    ],
    [
      'second completed',
      { studentYear: studentYear({ visits: [first, { ...later, status: 'completed' }] }) },
      'settled',
    ],
    [
      'first not completed',
      { studentYear: studentYear({ visits: [{ ...first, status: 'scheduled' }] }) },
      'settled',
    ],
    ['no visit left', { studentYear: studentYear({ visits: [] }) }, 'settled'],
    ['declined (I12)', { invitation: 'declined' }, 'settled'],
    ['declined for this student', { studentYear: studentYear({ invitation: 'declined' }) }, 'settled'],
    ['a family that asked not to be contacted', { doNotContact: true }, 'settled'],
    ['a reader who switched prompts off (I37)', { seasonalPrompts: false }, 'settled'],
    ['a student who left', { studentYear: null }, 'settled'],
  ])('a second-visit prompt, %s (I35)', (_case, changes, verdict) => {
    expect(stillNeeded(reminder({ rule: 'second_visit' }), facts(changes))).toBe(verdict);
  });

  it.each(['sent', 'settled'] as const)('a reminder already %s says nothing again (I32)', (status) => {
    expect(stillNeeded(reminder({ status }), facts())).toBe('settled');
  });
});

describe('one digest of a day (I36)', () => {
  const due = [
    { reminder: reminder({ rule: 'claim_due', studentId: null }), facts: facts() },
    { reminder: reminder(), facts: facts() },
    { reminder: reminder({ occurrence: 2 }), facts: facts() },
  ];

  it('says each subject once, however many reminders of it are due', () => {
    expect(digestOf(due)).toEqual({
      reflections: [
        { visitId, studentId: maya, givenName: 'Maya', visitDate: '2026-11-03', dueOn: '2026-11-10' },
      ],
      claims: [{ visitId, visitDate: '2026-11-03', dueOn: '2026-11-17', cents: 2000 }],
      lookBacks: [],
      secondVisits: [],
      certificateEnds: null,
      seasonal: false,
    });
  });

  it('names siblings of one household together and carries the unsubscribe link (I14, I37)', () => {
    const both = visit({
      students: [
        { studentId: maya, givenName: 'Maya', number: 1 },
        { studentId: leo, givenName: 'Leo', number: 1 },
      ],
    });
    const digest = digestOf(
      [maya, leo].map((studentId) => ({
        reminder: reminder({ rule: 'second_visit', studentId }),
        facts: facts({ visit: both, studentYear: studentYear({ studentId }) }),
      })),
    );
    expect(digest).toMatchObject({
      secondVisits: [{ familyId, givenNames: ['Maya', 'Leo'], firstOn: '2026-11-03' }],
      seasonal: true,
    });
  });
});
