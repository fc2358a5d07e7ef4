import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, seedOf } from '#shared/domain/queue/fair-order.ts';
import { fairQueue, lanes, type QueuedStudent } from '#shared/domain/queue/fair-queue.ts';
import { murmur3 } from '#shared/domain/queue/murmur.ts';
import { id } from '#test/unit/domain/samples.ts';

const student = (family: number, n: number, change: Partial<QueuedStudent> = {}): QueuedStudent => ({
  studentId: id('stu', family * 100 + n),
  familyId: id('fam', family),
  givenName: `Child ${n}`,
  familyName: `Family ${family}`,
  invitation: 'not_invited',
  askedByFamily: false,
  doNotContact: false,
  visits: [],
  ...change,
});
const visited: QueuedStudent['visits'] = [{ visitId: id('vis', 1), status: 'completed', on: '2026-09-10' }];
const families = (list: readonly { familyId: string }[]) => list.map(({ familyId }) => familyId);

/** Any school: a handful of families, each with children who stand anywhere. */
const anySchool = fc
  .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((family) =>
        fc
          .record({
            children: fc.integer({ min: 1, max: 4 }),
            invitation: fc.constantFrom('not_invited', 'invited', 'accepted', 'declined' as const),
            askedByFamily: fc.boolean(),
            doNotContact: fc.boolean(),
            visits: fc.integer({ min: 0, max: 4 }),
          })
          .map(({ children, visits, ...standing }) =>
            Array.from({ length: children }, (_, n) =>
              student(family, n, { ...standing, visits: n < visits ? visited : [] }),
            ),
          ),
      ),
    ),
  )
  .map((all) => all.flat());

describe('the hash', () => {
  test.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['a', 0x9747b28c, 0x7fa09ea6],
    ['abc', 0, 0xb3dd93fa],
    ['Hello, world!', 0x9747b28c, 0x24884cba],
    ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
  ])('of “%s” with seed %i is MurmurHash3’s', (text, seed, expected) => {
    expect(murmur3(text, seed)).toBe(expected);
  });
});

describe('the fair order', () => {
  test('is the same whenever it is worked out, and another one for another class or year', () => {
    const all = Array.from({ length: 40 }, (_, n) => student(n + 1, 1));
    const order = (list: string, year: string) => families(fairQueue(seedOf(list, year), all).next);
    expect(order(id('cls', 1), '2026-27')).toEqual(order(id('cls', 1), '2026-27'));
    expect(order(id('cls', 1), '2026-27')).not.toEqual(order(id('cls', 2), '2026-27'));
    expect(order(id('cls', 1), '2026-27')).not.toEqual(order(id('cls', 1), '2027-28'));
  });

  test('can be worked out again from the seed that is shown and the families’ ids', () => {
    const seed = seedOf(id('cls', 1), '2026-27');
    const all = Array.from({ length: 12 }, (_, n) => student(n + 1, 1));
    const byHand = families(all)
      .map((familyId) => ({ familyId, place: placeOf(seed, familyId) }))
      .sort((one, other) => (one.place < other.place ? -1 : 1));
    expect(families(fairQueue(seed, all).next)).toEqual(families(byHand));
  });

  test('does not hang on the order of the roster', () => {
    const shuffled = anySchool.chain((school) =>
      fc.tuple(fc.constant(school), fc.shuffledSubarray(school, { minLength: school.length })),
    );
    fc.assert(
      fc.property(fc.string(), shuffled, (seed, [school, other]) => {
        const order = (students: readonly QueuedStudent[]) => {
          const { next, waiting, visiting } = fairQueue(seed, students);
          return [next, waiting, visiting].map(families);
        };
        expect(order(other)).toEqual(order(school));
      }),
    );
  });

  test('gives every family every place about equally often', () => {
    const all = Array.from({ length: 10 }, (_, n) => student(n + 1, 1));
    const first = new Map<string, number>();
    for (let n = 1; n <= 2_000; n += 1) {
      const [one] = families(fairQueue(seedOf(id('cls', n), '2026-27'), all).next);
      if (one !== undefined) first.set(one, (first.get(one) ?? 0) + 1);
    }
    // 200 expected; five standard deviations either way. The classes are fixed, so this never turns by itself.
    expect(first.size).toBe(10);
    for (const count of first.values()) expect(Math.abs(count - 200)).toBeLessThan(68);
  });

  test('changes for nobody when a family moves in or away', () => {
    fc.assert(
      fc.property(fc.string(), anySchool, (seed, school) => {
        const withNew = [...school, student(999, 1)];
        const before = fairQueue(seed, school);
        const after = fairQueue(seed, withNew);
        const stays = families(after.next).filter((familyId) => familyId !== id('fam', 999));
        expect(stays).toEqual(families(before.next));
        expect(families(after.waiting)).toEqual(families(before.waiting));
      }),
    );
  });
});

describe('the parts of the queue', () => {
  test('list each family once, and one that said no or is not to be contacted never (I12)', () => {
    fc.assert(
      fc.property(fc.string(), anySchool, (seed, school) => {
        const { next, waiting, visiting, leftOut } = fairQueue(seed, school);
        const listed = families([...next, ...waiting, ...visiting]);
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.length + leftOut).toBe(new Set(families(school)).size);
        const never = school.filter((one) => one.doNotContact || one.invitation === 'declined');
        expect(listed.filter((familyId) => families(never).includes(familyId))).toEqual([]);
      }),
    );
  });

  test('come lane by lane: who asked, who said yes, brothers and sisters, everyone', () => {
    fc.assert(
      fc.property(fc.string(), anySchool, (seed, school) => {
        const order = fairQueue(seed, school).next.map(({ lane }) => lanes.indexOf(lane));
        expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
    );
  });

  test.each<[string, QueuedStudent[], string | undefined]>([
    ['asked for a visit', [student(1, 1, { askedByFamily: true })], 'asked'],
    [
      'asked, and was invited since',
      [student(1, 1, { askedByFamily: true, invitation: 'invited' })],
      'asked',
    ],
    ['said yes', [student(1, 1, { invitation: 'accepted' })], 'said_yes'],
    [
      'has a visit for one child and none for another',
      [student(1, 1, { invitation: 'accepted', visits: visited }), student(1, 2, { invitation: 'accepted' })],
      'siblings',
    ],
    ['has two children here', [student(1, 1), student(1, 2)], 'siblings'],
    ['has one child here', [student(1, 1)], 'everyone'],
    ['was invited', [student(1, 1, { invitation: 'invited' })], undefined],
    ['has its visit', [student(1, 1, { invitation: 'accepted', visits: visited })], undefined],
    ['asked and has its visit', [student(1, 1, { askedByFamily: true, visits: visited })], undefined],
    [
      'asked once and said no later',
      [student(1, 1, { askedByFamily: true, invitation: 'declined' })],
      undefined,
    ],
  ])('a family that %s', (_, children, lane) => {
    expect(fairQueue('seed', children).next[0]?.lane).toBe(lane);
  });

  test('name only the children who have no visit yet, while there are any', () => {
    const one = student(1, 1, { invitation: 'accepted', visits: visited });
    const other = student(1, 2, { invitation: 'accepted' });
    const [first] = fairQueue('seed', [one, other]).next;
    expect(first?.students.map(({ givenName }) => givenName)).toEqual(['Child 2']);
    const [done] = fairQueue('seed', [one]).visiting;
    expect(done?.students.map(({ givenName }) => givenName)).toEqual(['Child 1']);
  });
});
