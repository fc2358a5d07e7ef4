import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudentYear } from '#shared/domain/family/model.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import { addVisit, dropVisit, markVisited, nextNumber } from '#shared/domain/visit/numbering.ts';
import { id, reasonOf, student } from './samples.ts';

describe('I10: visits of a student run 1, 2, 3', () => {
  it('allows one ahead at a time', () => {
    const once = addVisit(student(1), id('vis', 1), '2026-10-01');
    expect(once.number).toBe(1);
    expect(nextNumber(once.student)).toBeNull();
    expect(reasonOf(() => addVisit(once.student, id('vis', 2), '2026-11-01'))).toBe(
      'visit.already_scheduled',
    );
  });

  it('wants each later than the one before', () => {
    const { student: ahead } = addVisit(student(1), id('vis', 1), '2026-10-01');
    const visited = markVisited(ahead, id('vis', 1));
    expect(reasonOf(() => addVisit(visited, id('vis', 2), '2026-10-01'))).toBe('visit.not_after_last');
    expect(addVisit(visited, id('vis', 2), '2026-10-02').number).toBe(2);
  });

  it('gives the number of a cancelled visit to the next one', () => {
    const { student: ahead } = addVisit(student(1), id('vis', 1), '2026-10-01');
    expect(addVisit(dropVisit(ahead, id('vis', 1)), id('vis', 2), '2026-09-25').number).toBe(1);
  });

  it('never drops a visit that took place', () => {
    const { student: ahead } = addVisit(student(1), id('vis', 1), '2026-10-01');
    expect(dropVisit(markVisited(ahead, id('vis', 1)), id('vis', 1)).visits).toHaveLength(1);
  });

  it('holds whatever is scheduled, completed and cancelled, in any order', () => {
    const step = fc.record({ what: fc.constantFrom('schedule', 'complete', 'cancel'), day: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let standing = student(1);
        steps.forEach(({ what, day }, index) => {
          const ahead = standing.visits.find(({ status }) => status === 'scheduled');
          if (what === 'schedule') {
            const on = addDays('2026-07-01', day);
            const before = standing;
            const expected = before.visits.length + 1;
            const refused = reasonOf(() => {
              const added = addVisit(before, id('vis', index), on);
              standing = added.student;
              expect(added.number).toBe(expected);
            });
            if (refused !== null) expect(standing).toBe(before);
          } else if (ahead !== undefined) {
            standing = (what === 'complete' ? markVisited : dropVisit)(standing, ahead.visitId);
          }
          const days = standing.visits.map(({ on }) => on);
          expect(new Set(days).size).toBe(days.length);
          expect([...days].sort()).toEqual(days);
          expect(standing.visits.slice(0, -1).every(({ status }) => status === 'completed')).toBe(true);
          expect(StudentYear.safeParse(standing).success).toBe(true);
        });
      }),
    );
  });
});
