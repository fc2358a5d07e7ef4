import { describe, expect, test } from 'vitest';
import { type Change, mayRepeat, subjectOf } from '../../web/src/app/offline/changes.ts';
import { familyId, studentId } from './support/sample-class.ts';
import { visitId } from './support/sample-educator.ts';
import { maria } from './support/sample-people.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T17:00:00Z');
const about = { title: '', lines: [] };
const row = { place: 1, key: 'key-0001', owner: 'maria', subject: '', about, writtenAt: '', problem: null };

const contact = {
  id: 'addContact',
  args: {
    params: { familyId },
    body: {
      with: 'Mrs. Rivera',
      how: 'phone',
      direction: 'to_family',
      line: 'A good week.',
      on: '2026-11-22',
      askedForVisit: false,
    },
  },
} as const;
const logged = {
  id: 'completeVisit',
  args: { params: { visitId }, body: { present: [maria.personId], actualMinutes: 40, rev: 1 } },
} as const;

const tried = (change: typeof contact | typeof logged, hoursAgo: number, tries = 1): Change => ({
  ...row,
  ...change,
  args: change.args as Change['args'],
  tries,
  triedAt: new Date(now - hoursAgo * hour).toISOString(),
});

describe('a change whose answer was lost', () => {
  test('is sent again while the server still knows its key', () => {
    expect(mayRepeat(tried(contact, 20), now)).toBe(false);
  });
  test('could count twice after a day, when nothing but its key stood in the way', () => {
    expect(mayRepeat(tried(contact, 23), now)).toBe(true);
  });
  test('may be sent at any time when it names the revision it was written against', () => {
    expect(mayRepeat(tried(logged, 200), now)).toBe(false);
  });
  test('may be sent at any time when it was turned away at the door', () => {
    expect(mayRepeat(tried(contact, 200, 0), now)).toBe(false);
  });
});

describe('the subject of a change', () => {
  test('is the visit, whether it took place or was called off', () => {
    const called = { outcome: 'cancelled', side: 'team', reason: 'illness', rev: 1 } as const;
    expect(subjectOf({ args: { params: { visitId }, body: called } })).toBe(
      subjectOf({ args: { params: { visitId }, body: { ...logged.args.body, present: [] } } }),
    );
  });
  test('is another one for each child’s reflection, and for each entry of a contact log', () => {
    const words = { answers: [], apply: 'Greet her by name.' };
    const reflection = { params: { visitId, studentId }, body: { words, together: false, rev: 1 } };
    const other = { ...contact.args, body: { ...contact.args.body, line: 'She called back.' } };
    const subjects = [
      subjectOf({ args: reflection }),
      subjectOf({ args: contact.args }),
      subjectOf({ args: other }),
    ];
    expect(new Set(subjects).size).toBe(3);
  });
  test('is another one for each day’s entry, also when the same few words say it all', () => {
    const nextDay = { ...contact.args, body: { ...contact.args.body, on: '2026-10-09' } };
    expect(subjectOf({ args: nextDay })).not.toBe(subjectOf({ args: contact.args }));
    expect(subjectOf({ args: { ...contact.args } })).toBe(subjectOf({ args: contact.args }));
  });
});
