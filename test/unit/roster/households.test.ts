import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdsOf, largestHousehold } from '#shared/domain/roster/household.ts';

const joins = (studentId: string, guardianId: string) => ({ studentId, guardianId, joins: true });

describe('households', () => {
  it('join students over a chain of shared guardians', () => {
    const links = [joins('a', 'g1'), joins('b', 'g1'), joins('b', 'g2'), joins('c', 'g2')];
    expect(householdsOf(['a', 'b', 'c', 'd'], links).households).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('are not joined by a relative, nor by a guardian of more students than a family has', () => {
    const many = Array.from({ length: largestHousehold + 1 }, (_, i) => `s${i}`);
    const relative = { studentId: 's0', guardianId: 'aunt', joins: false };
    const { households, placeholders } = householdsOf(many, [
      ...many.map((student) => joins(student, 'school office')),
      relative,
      { ...relative, studentId: 's1' },
    ]);
    expect(households).toHaveLength(many.length);
    expect([...placeholders]).toEqual(['school office']);
  });

  it('fall apart when a chain would grow past any family', () => {
    const students = Array.from({ length: largestHousehold + 1 }, (_, i) => `s${i}`);
    const chain = students
      .slice(1)
      .flatMap((student, i) => [joins(student, `g${i}`), joins(`s${i}`, `g${i}`)]);
    expect(householdsOf(students, chain).households).toEqual(students.map((student) => [student]));
  });

  it('hold every student once, whatever the links, and the same ones in whatever order the links come', () => {
    const ids = fc.uniqueArray(fc.nat(40).map(String), { maxLength: 40 });
    const links = fc.array(
      fc.record({
        studentId: fc.nat(40).map(String),
        guardianId: fc.nat(15).map(String),
        joins: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(ids, links, (students, some) => {
        const { households } = householdsOf(students, some);
        expect(households.flat().sort()).toEqual([...students].sort());
        const sets = (lists: readonly (readonly string[])[]) =>
          lists.map((list) => [...list].sort().join()).sort();
        expect(sets(householdsOf(students, some.toReversed()).households)).toEqual(sets(households));
      }),
    );
  });
});
