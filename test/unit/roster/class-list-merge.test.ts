import { describe, expect, test } from 'vitest';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { householdsOfRows } from '#shared/domain/roster/expected-household.ts';
import { onlyOne, whyNotFound } from '#shared/domain/roster/expected-match.ts';
import {
  mergedAdult,
  mergedFamily,
  mergedHopes,
  mergedInvitation,
  mergedVisits,
  requireNoArrangedVisit,
} from '#shared/domain/roster/expected-merge.ts';
import { adultKeys, foldedName, pairAdults } from '#shared/domain/roster/expected-names.ts';

const adult = (name: string, phone: string | null = null, email: string | null = null) => ({
  name,
  phone,
  email,
});

describe('names', () => {
  test('are one without case, accents and punctuation', () => {
    expect(foldedName('José-Luis', 'O’Díaz')).toBe(foldedName('jose luis', 'O DIAZ'));
    expect(foldedName('Ana', 'Maria Diaz')).not.toBe(foldedName('Ana Maria', 'Diaz'));
  });

  test('of adults make a household only together with a number or an address', () => {
    const rows = [
      { guardian: adult('Rosa Díaz', '555-201-3344') },
      { guardian: adult('rosa diaz', '+1 (555) 201-3344', 'rosa@home.example') },
      { guardian: adult('Rosa Díaz') },
      { guardian: adult('Luz Díaz', '555-201-3344') },
      { guardian: adult('Rosa Diaz', null, 'ROSA@home.example') },
      { guardian: null },
    ];
    expect(householdsOfRows(rows)).toEqual([0, 0, 2, 3, 0, 5]);
    const [key = ''] = adultKeys(adult('Rosa Díaz', '555-201-3344'));
    expect(householdsOfRows(rows.slice(0, 2), new Map([[key, 'fam_1']]))).toEqual(['fam_1', 'fam_1']);
  });

  test('of adults in one family are enough; a shared number counts only where it leaves no doubt', () => {
    const gia = adult('Gia Park', '555-201-3344');
    const luis = adult('Luis Park', '555-201-3344');
    const mom = adult('Mom', '555-201-3344');
    expect(pairAdults([gia], [luis, { ...gia, phone: null }])).toEqual([[gia, { ...gia, phone: null }]]);
    expect(pairAdults([mom], [gia, luis])).toEqual([]);
    expect(pairAdults([mom, adult('Gia Park')], [gia, luis])).toEqual([
      [adult('Gia Park'), gia],
      [mom, luis],
    ]);
  });
});

describe('the roster', () => {
  test('adopts only where one waits and one is named', () => {
    expect(onlyOne(['a'], 1)).toBe('a');
    expect(onlyOne(['a'], 2)).toBeNull();
    expect(onlyOne(['a', 'b'], 1)).toBeNull();
    expect(onlyOne([], 1)).toBeNull();
  });

  test('says why it found nobody', () => {
    expect(whyNotFound(1, 0)).toBe('no_match');
    expect(whyNotFound(2, 2)).toBe('several_in_roster');
    expect(whyNotFound(2, 1)).toBe('several_expected');
    expect(whyNotFound(1, 1)).toBe('known_already');
  });
});

describe('two records of a student', () => {
  const times: Record<string, string> = {
    a: '2026-08-10T21:00:00.000Z',
    b: '2026-08-10T22:00:00.000Z',
    c: '2026-09-10T21:00:00.000Z',
    d: '2026-08-10T21:20:00.000Z',
  };
  const timeOf = (id: string) => ({ startsAt: times[id] ?? '', minutes: 40 });
  const held = (visitId: string, status: 'completed' | 'scheduled' = 'completed') => ({
    visitId,
    status,
    on: times[visitId]?.slice(0, 10) ?? '',
  });

  test('have one row of visits in order of time (I10)', () => {
    const visits = mergedVisits([held('c', 'scheduled')], [held('b'), held('a')], timeOf);
    expect(visits.map(({ visitId }) => visitId)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['visits at one time are of two children', [held('a')], [held('d')], 'merge.both_visited'],
    ['one visit of both is of two children', [held('a')], [held('a')], 'merge.both_visited'],
    ['an open visit is the last', [held('a', 'scheduled')], [held('c')], 'merge.visit_open'],
    ['only one is ahead', [held('a', 'scheduled')], [held('c', 'scheduled')], 'merge.visit_open'],
  ])('%s', (_, one, other, reason) => {
    expect(() => mergedVisits(one, other, timeOf)).toThrow(expect.objectContaining({ reason }));
  });

  const invitation = (status: 'not_invited' | 'invited' | 'accepted' | 'declined', family = 'fam_a') => ({
    ...notInvited(family, '2026-27'),
    status,
  });

  test('have one answer: a decline wins, whichever family gave it (I12)', () => {
    for (const other of ['not_invited', 'invited', 'accepted'] as const) {
      expect(mergedInvitation(invitation(other), invitation('declined', 'fam_b'))).toMatchObject({
        familyId: 'fam_a',
        status: 'declined',
      });
      expect(mergedInvitation(invitation('declined'), invitation(other, 'fam_b')).status).toBe('declined');
    }
    expect(mergedInvitation(invitation('invited'), invitation('accepted')).status).toBe('accepted');
    expect(
      mergedInvitation(invitation('accepted'), { ...invitation('invited'), askedByFamily: true }),
    ).toMatchObject({ status: 'accepted', askedByFamily: true });
  });

  test('are not merged while a visit is arranged with one and the other declined, or wants to be left alone', () => {
    const standing = { visits: [held('c', 'scheduled')] };
    const [open, leftAlone] = [{ doNotContact: false }, { doNotContact: true }];
    expect(() => requireNoArrangedVisit(open, invitation('declined'), [standing])).toThrow(
      expect.objectContaining({ reason: 'merge.declined' }),
    );
    for (const answer of [invitation('accepted'), undefined])
      expect(() => requireNoArrangedVisit(leftAlone, answer, [standing])).toThrow(
        expect.objectContaining({ reason: 'family.visit_scheduled' }),
      );
    expect(requireNoArrangedVisit(open, invitation('accepted'), [standing])).toBeUndefined();
    expect(requireNoArrangedVisit(leftAlone, invitation('declined'), [])).toBeUndefined();
  });

  test('keep who asked to be left alone', () => {
    const home = { familyId: 'fam_a', language: null, doNotContact: false };
    expect(mergedFamily(home, { familyId: 'fam_b', language: 'es', doNotContact: true })).toEqual({
      familyId: 'fam_a',
      language: 'es',
      doNotContact: true,
    });
    const rosa = { ...adult('Rosa'), guardianId: 'g1', familyId: 'f', prefers: null, noContact: false };
    expect(
      mergedAdult(
        { ...rosa, phone: '1', roster: { name: 'Rosa' } },
        { ...rosa, name: 'Rosita', email: 'r@home.example', noContact: true, roster: undefined },
      ),
    ).toMatchObject({ name: 'Rosita', phone: '1', email: 'r@home.example', noContact: true });
  });

  test('keep every word of hopes; what the family withdrew stays withdrawn', () => {
    const hopes = {
      familyId: 'fam_a',
      studentId: 'stu_a',
      year: '2026-27',
      words: 'To read together',
      writtenBy: 'per_a',
      writtenAt: '2026-08-10T21:00:00.000Z',
      changedByFamilyAt: null,
      status: 'shared' as const,
    };
    const later = { ...hopes, words: 'To swim', writtenAt: '2026-09-10T21:00:00.000Z' };
    const gone = { ...hopes, words: '', status: 'withdrawn' as const };
    expect(mergedHopes(later, hopes).words).toBe('To read together\n\nTo swim');
    expect(mergedHopes(hopes, gone)).toEqual(hopes);
    expect(mergedHopes(gone, later)).toEqual(later);
    expect(() => mergedHopes({ ...hopes, words: 'x'.repeat(600) }, later)).toThrow(
      expect.objectContaining({ reason: 'merge.hopes_too_long' }),
    );
  });
});
