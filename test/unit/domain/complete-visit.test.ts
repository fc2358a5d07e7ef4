import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Claim } from '#shared/domain/claim/model.ts';
import { Reflection } from '#shared/domain/reflection/model.ts';
import { sayYes } from '#shared/domain/visit/answer.ts';
import { cancelVisit } from '#shared/domain/visit/cancel.ts';
import { type CompletionFacts, completeVisit } from '#shared/domain/visit/complete.ts';
import { Visit, VisitStatus } from '#shared/domain/visit/model.ts';
import { proposeVisit, type VisitRequest } from '#shared/domain/visit/propose.ts';
import { visitMoves } from '#shared/domain/visit/states.ts';
import type { Visitor } from '#shared/domain/visit/team.ts';
import {
  facts,
  fund,
  id,
  proposed,
  reasonOf,
  request,
  scheduled,
  schoolYear,
  settings,
  student,
  visitor,
} from './samples.ts';

const done: CompletionFacts = {
  now: '2026-10-01T22:15:00.000Z',
  present: [id('per', 1), id('per', 2)],
  actualMinutes: 35,
  team: [visitor(1), visitor(2)],
  settings,
  fund,
  years: [schoolYear],
  students: scheduled.students,
};
/** A visit of this team to which everybody has said yes. */
function scheduledWith(team: readonly Visitor[], asked: VisitRequest = request) {
  const planned = proposeVisit(asked, { ...facts, team });
  const visit = team.slice(1).reduce((one, member) => sayYes(one, member, facts.now), planned.visit);
  return { ...planned, visit };
}
const because = (at: string) => ({ side: 'family' as const, reason: 'other' as const, by: id('per', 1), at });
const refusal = (change: Partial<CompletionFacts>) =>
  reasonOf(() => completeVisit(scheduled.visit, { ...done, ...change }));

describe('logging a visit', () => {
  it('leaves the visit, its lines and the student’s standing completed', () => {
    const completed = completeVisit(scheduled.visit, done);
    expect(Visit.parse(completed.visit)).toMatchObject({ status: 'completed', actualMinutes: 35 });
    expect(completed.students[0]?.visits).toEqual([
      { visitId: id('vis', 1), status: 'completed', on: '2026-10-01' },
    ]);
  });

  it('I8: is possible from the start of the visit on, not before', () => {
    expect(refusal({ now: '2026-10-01T21:29:59.999Z' })).toBe('visit.not_started');
    expect(refusal({ now: '2026-10-01T21:30:00.000Z' })).toBeNull();
  });

  it('I6: needs enough of the team, and nobody else, to have been there', () => {
    expect(refusal({ present: [id('per', 1)] })).toBe('visit.too_few_present');
    expect(refusal({ present: [id('per', 1), id('per', 1)] })).toBe('visit.team_repeats');
    expect(refusal({ present: [id('per', 1), id('per', 3)], team: [visitor(1), visitor(3)] })).toBe(
      'visit.present_not_in_team',
    );
  });

  it('I7: looks at certificates on the day of the visit, not on the day of logging', () => {
    const lapsed = { issuedOn: '2024-10-01', expiresOn: '2026-09-30' };
    const onTheDay = { issuedOn: '2024-10-01', expiresOn: '2026-10-01' };
    const late = '2026-10-20T15:00:00.000Z';
    expect(refusal({ team: [visitor(1), visitor(2, { certificate: lapsed })] })).toBe(
      'visit.team_not_certified',
    );
    expect(refusal({ now: late, team: [visitor(1), visitor(2, { certificate: onTheDay })] })).toBeNull();
  });

  it('leaves out who did not come: no line, no reflection, no claim; someone still leads', () => {
    const three = scheduledWith([visitor(1), visitor(2), visitor(3)]);
    const completed = completeVisit(three.visit, {
      ...done,
      present: [id('per', 3), id('per', 2)],
      team: [visitor(1), visitor(2), visitor(3)],
    });
    expect(completed.visit.team).toEqual([
      { personId: id('per', 2), name: 'Educator 2', lead: true, as: 'educator', answer: 'yes' },
      { personId: id('per', 3), name: 'Educator 3', lead: false, as: 'educator', answer: 'yes' },
    ]);
    const owing = completed.reflections.map(({ personId }) => personId);
    expect(new Set(owing)).toEqual(new Set([id('per', 2), id('per', 3)]));
    expect(completed.claims.map(({ personId }) => personId)).toEqual([id('per', 2), id('per', 3)]);
  });
});

describe('what a completed visit brings', () => {
  const both = scheduledWith(facts.team, { ...request, studentIds: [id('stu', 1), id('stu', 2)] });

  it('I18, I19: one reflection per member and student, due five business days later', () => {
    const { reflections } = completeVisit(both.visit, { ...done, students: both.students });
    expect(reflections.map(({ personId, studentId }) => [personId, studentId])).toEqual([
      [id('per', 1), id('stu', 1)],
      [id('per', 1), id('stu', 2)],
      [id('per', 2), id('stu', 1)],
      [id('per', 2), id('stu', 2)],
    ]);
    for (const reflection of reflections) {
      expect(Reflection.parse(reflection)).toMatchObject({ status: 'owed', dueOn: '2026-10-08', version: 0 });
    }
  });

  it('I18: an interpreter who does not count owes none, and is still paid', () => {
    const interpreter = visitor(3, { as: 'interpreter', certificate: null });
    const three = scheduledWith([visitor(1), visitor(2), interpreter]);
    const { reflections, claims } = completeVisit(three.visit, {
      ...done,
      present: [id('per', 1), id('per', 2), id('per', 3)],
      team: [visitor(1), visitor(2), interpreter],
    });
    expect(reflections.map(({ personId }) => personId)).not.toContain(id('per', 3));
    expect(claims.map(({ personId }) => personId)).toContain(id('per', 3));
  });

  it('I21, I22: one claim per member by the policy of the day, due fourteen days later', () => {
    const { claims } = completeVisit(scheduled.visit, done);
    expect(claims.map((line) => Claim.parse(line).personId)).toEqual([id('per', 1), id('per', 2)]);
    expect(claims[0]).toMatchObject({
      status: 'open',
      cents: 2_000,
      accountCode: fund.accountCode,
      dueOn: '2026-10-15',
    });
  });

  it('pays nothing, and says so, in an unpaid district', () => {
    const unpaid = { ...settings, pay: { kind: 'unpaid' as const } };
    const { claims } = completeVisit(scheduled.visit, { ...done, settings: unpaid });
    expect(claims.map(({ status, cents }) => [status, cents])).toEqual([
      ['unpaid', 0],
      ['unpaid', 0],
    ]);
  });
});

describe('a visit that does not take place', () => {
  it('frees the student’s number, raises the calendar sequence and brings no claim (I16)', () => {
    const cancelled = cancelVisit(scheduled.visit, scheduled.students, 'cancelled', because(facts.now));
    expect(cancelled.visit).toMatchObject({ status: 'cancelled', sequence: 2, ended: { side: 'family' } });
    expect(cancelled.students[0]?.visits).toEqual([]);
    expect(cancelled).not.toHaveProperty('claims');
  });

  it('is a no-show only once it should have started', () => {
    const at = (now: string) =>
      reasonOf(() => cancelVisit(scheduled.visit, scheduled.students, 'no_show', because(now)));
    expect(at('2026-10-01T21:29:59.999Z')).toBe('visit.not_started');
    expect(at('2026-10-01T21:30:00.000Z')).toBeNull();
  });
});

describe('I17: the life of a visit', () => {
  it('never leads back from an end, and reaches every status', () => {
    const ends = ['closed', 'cancelled', 'no_show'];
    expect(visitMoves.filter(({ from }) => from !== null && ends.includes(from))).toEqual([]);
    expect(new Set(visitMoves.map(({ to }) => to))).toEqual(new Set(VisitStatus.options));
  });

  it('cannot be logged while somebody is still asked', () => {
    expect(reasonOf(() => completeVisit(proposed.visit, done))).toBe('visit.still_proposed');
  });

  it('cannot be logged twice, nor after it was cancelled, nor cancelled after it was logged', () => {
    const { visit: completed } = completeVisit(scheduled.visit, done);
    const { visit: cancelled } = cancelVisit(
      scheduled.visit,
      scheduled.students,
      'cancelled',
      because(facts.now),
    );
    expect(reasonOf(() => completeVisit(completed, done))).toBe('visit.not_scheduled');
    expect(reasonOf(() => completeVisit(cancelled, done))).toBe('visit.not_scheduled');
    expect(reasonOf(() => cancelVisit(completed, [student(1)], 'cancelled', because(done.now)))).toBe(
      'visit.not_scheduled',
    );
  });
});

describe('I6, I7, I18 over any team and policy', () => {
  const person = fc.record({
    interprets: fc.boolean(),
    certified: fc.boolean(),
    came: fc.boolean(),
  });
  const policy = fc
    .record({
      minTeam: fc.integer({ min: 2, max: 3 }),
      maxTeam: fc.integer({ min: 2, max: 3 }),
      minCertified: fc.integer({ min: 1, max: 3 }),
      interpreterCounts: fc.boolean(),
    })
    .filter(({ minTeam, maxTeam, minCertified }) => minTeam <= maxTeam && minCertified <= maxTeam);

  it('a completed visit kept them all; a refused one broke one', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 3 }), policy, (people, rules) => {
        const team = people.map(({ interprets, certified }, index) =>
          visitor(index + 1, {
            as: interprets ? 'interpreter' : 'educator',
            certificate: certified ? { issuedOn: '2026-01-01', expiresOn: '2026-12-31' } : null,
          }),
        );
        const visit = {
          ...scheduled.visit,
          team: team.map(({ personId, name, as }, index) => ({
            personId,
            name,
            as,
            lead: index === 0,
            answer: 'yes' as const,
          })),
        };
        const present = team.filter((_, index) => people[index]?.came === true);
        const counting = present.filter(({ as }) => rules.interpreterCounts || as !== 'interpreter');
        const kept =
          counting.length >= rules.minTeam &&
          counting.length <= rules.maxTeam &&
          counting.filter(({ certificate }) => certificate !== null).length >= rules.minCertified;
        const log = () =>
          completeVisit(visit, {
            ...done,
            team,
            present: present.map(({ personId }) => personId),
            settings: { ...settings, ...rules },
          });
        if (kept) expect(log().reflections).toHaveLength(counting.length);
        else expect(reasonOf(log)).toMatch(/^visit\.(too_few_present|team_)/);
      }),
    );
  });
});
