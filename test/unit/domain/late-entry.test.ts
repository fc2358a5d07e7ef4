import { describe, expect, it } from 'vitest';
import { approveLate, type CompletionFacts } from '#shared/domain/visit/complete.ts';
import { type LateFacts, refuseLate, writeDownLate } from '#shared/domain/visit/late.ts';
import { facts, fund, id, proposed, reasonOf, scheduled, schoolYear, settings, visitor } from './samples.ts';

const now = '2026-10-05T15:00:00.000Z';
const late: LateFacts = {
  now,
  by: id('per', 1),
  reason: 'We met by chance and the family asked us in',
  present: [id('per', 1), id('per', 2)],
  actualMinutes: 35,
  team: facts.team,
  settings,
};
const written = writeDownLate(proposed.visit, false, late);
const approval: CompletionFacts = {
  now,
  present: late.present,
  actualMinutes: 35,
  team: facts.team,
  settings,
  fund,
  years: [schoolYear],
  students: proposed.students,
};

describe('I8: a visit that was not scheduled before it started', () => {
  it('waits for the approval of another person, with the reason for it', () => {
    expect(written).toMatchObject({
      status: 'awaiting_approval',
      scheduledAt: null,
      late: { by: id('per', 1), decidedBy: null },
    });
    for (const own of [id('per', 1), id('per', 2)])
      expect(reasonOf(() => approveLate(written, own, approval))).toBe('visit.late_own');
  });

  it('once approved brings what every visit brings; claims run from the approval', () => {
    const approved = approveLate(written, id('per', 9), { ...approval, now: '2026-11-09T15:00:00.000Z' });
    expect(approved.visit).toMatchObject({ status: 'completed', late: { decidedBy: id('per', 9) } });
    expect(approved.reflections).toHaveLength(2);
    expect(approved.reflections[0]?.dueOn).toBe('2026-10-08');
    expect(approved.claims.map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-11-23']);
  });

  it('not approved never was a visit, and is decided once', () => {
    const refused = refuseLate(written, id('per', 9), now);
    expect(refused).toMatchObject({ status: 'cancelled', actualMinutes: null });
    expect(reasonOf(() => refuseLate(refused, id('per', 9), now))).toBe('visit.not_waiting');
    expect(reasonOf(() => approveLate(refused, id('per', 9), approval))).toBe('visit.not_waiting');
  });

  it('is for what has started, was not scheduled, and is not long ago', () => {
    const at = (instant: string) =>
      reasonOf(() => writeDownLate(proposed.visit, false, { ...late, now: instant }));
    expect(at('2026-10-01T21:29:00.000Z')).toBe('visit.not_started');
    expect(at('2026-11-30T15:00:00.000Z')).toBeNull();
    expect(at('2026-12-01T15:00:00.000Z')).toBe('visit.too_long_ago');
    expect(reasonOf(() => writeDownLate(scheduled.visit, false, late))).toBe('visit.not_scheduled');
  });

  it('I6, I7: needs the pair, certified, that a visit needs', () => {
    const by = (change: Partial<LateFacts>) =>
      reasonOf(() => writeDownLate(proposed.visit, false, { ...late, ...change }));
    expect(by({ present: [id('per', 1)] })).toBe('visit.too_few_present');
    expect(by({ present: [id('per', 1), id('per', 5)] })).toBe('visit.present_not_in_team');
    expect(by({ team: [visitor(1), visitor(2, { certificate: null })] })).toBe('visit.team_not_certified');
  });
});
