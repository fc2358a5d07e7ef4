import { describe, expect, it } from 'vitest';
import { Visit, VisitMember } from '#shared/domain/visit/model.ts';
import { scheduleVisit } from '#shared/domain/visit/schedule.ts';
import { facts, id, reasonOf, request, schoolYear, settings, student, visitor } from './samples.ts';

const refusal = (change: Partial<typeof request>, known: Partial<typeof facts> = {}) =>
  reasonOf(() => scheduleVisit({ ...request, ...change }, { ...facts, ...known }));

describe('arranging a visit', () => {
  it('is an appointment on the district’s wall clock, with the lead first', () => {
    const { visit, members } = scheduleVisit(request, facts);
    expect(Visit.parse(visit)).toEqual(visit);
    expect(visit).toMatchObject({
      status: 'scheduled',
      year: '2026-27',
      startsAt: '2026-10-01T21:30:00.000Z',
      localDate: '2026-10-01',
      beforeSchoolStarts: false,
    });
    expect(visit.team.map(({ lead }) => lead)).toEqual([true, false]);
    expect(members.map((line) => VisitMember.parse(line).personId)).toEqual([id('per', 1), id('per', 2)]);
  });

  it('counts a summer visit apart', () => {
    const { visit } = scheduleVisit(
      { ...request, date: '2026-08-10' },
      { ...facts, now: '2026-07-20T15:00:00.000Z' },
    );
    expect(visit.beforeSchoolStarts).toBe(true);
  });

  it('I8: is arranged in advance, never for the past or for this very moment', () => {
    expect(refusal({ date: '2026-09-19' })).toBe('visit.in_the_past');
    expect(refusal({}, { now: '2026-10-01T21:30:00.000Z' })).toBe('visit.in_the_past');
    expect(refusal({}, { now: '2026-10-01T21:29:59.999Z' })).toBeNull();
  });

  it('needs a family that said yes', () => {
    expect(refusal({}, { invitation: 'not_invited' })).toBe('visit.family_not_accepted');
    expect(refusal({}, { invitation: 'invited' })).toBe('visit.family_not_accepted');
    expect(refusal({}, { invitation: 'declined' })).toBe('family.declined');
  });

  it('I9: is of a kind the district offers, and names a place only when it is neutral', () => {
    expect(refusal({ type: 'virtual' })).toBe('visit.type_not_allowed');
    expect(refusal({ type: 'neutral' })).toBe('visit.place_missing');
    expect(refusal({ type: 'neutral', place: 'City library' })).toBeNull();
    expect(refusal({ place: '12 Some Street' })).toBe('visit.place_not_kept');
    expect(refusal({ place: '' })).toBeNull();
  });

  it('refuses a time that daylight saving skips', () => {
    expect(refusal({ date: '2027-03-14', time: '02:30' })).toBe('visit.time_skipped');
  });

  it('I14: holds several students of the household, each once and with an own number', () => {
    const first = { visitId: id('vis', 9), status: 'completed' as const, on: '2026-09-01' };
    const known = {
      students: [student(1, [first]), student(2)],
      year: { ...schoolYear, secondVisitFrom: '2026-09-15' },
    };
    const both = { ...request, studentIds: [id('stu', 1), id('stu', 2)] };
    const { visit } = scheduleVisit(both, { ...facts, ...known });
    expect(visit.students.map(({ number }) => number)).toEqual([2, 1]);
    expect(refusal({ studentIds: [id('stu', 1), id('stu', 1)] })).toBe('visit.student_repeated');
    expect(refusal({ studentIds: [id('stu', 7)] })).toBe('visit.student_not_in_family');
    expect(refusal({}, { students: [{ ...student(1), familyId: id('fam', 2) }] })).toBe(
      'visit.student_not_in_family',
    );
  });

  it('keeps second visits to their season', () => {
    const first = { visitId: id('vis', 9), status: 'completed' as const, on: '2026-09-01' };
    const students = [student(1, [first])];
    expect(refusal({ date: '2027-01-14' }, { students })).toBe('visit.before_second_season');
    expect(refusal({ date: '2027-01-15' }, { students })).toBeNull();
  });
});

describe('I6: the team', () => {
  it('is a pair at least and no larger than the policy allows', () => {
    expect(refusal({}, { partners: [] })).toBe('visit.team_too_small');
    expect(refusal({}, { partners: [visitor(2), visitor(3)] })).toBeNull();
    expect(refusal({}, { partners: [visitor(2), visitor(3)], settings: { ...settings, maxTeam: 2 } })).toBe(
      'visit.team_too_large',
    );
  });

  it('is of distinct people', () => {
    expect(refusal({}, { partners: [visitor(1)] })).toBe('visit.team_repeats');
  });

  it('counts an interpreter only where the policy says so', () => {
    const partners = [visitor(2, { roles: ['interpreter'] })];
    expect(refusal({}, { partners })).toBe('visit.team_too_small');
    expect(refusal({}, { partners, settings: { ...settings, interpreterCounts: true } })).toBeNull();
    expect(refusal({}, { partners: [visitor(2, { roles: ['interpreter', 'educator'] })] })).toBeNull();
  });
});

describe('I7: certificates on the visit’s local date', () => {
  const ending = (expiresOn: string) => visitor(2, { certificate: { issuedOn: '2025-10-01', expiresOn } });

  it('are enough when they hold that day, and not one day less', () => {
    expect(refusal({}, { partners: [ending('2026-10-01')] })).toBeNull();
    expect(refusal({}, { partners: [ending('2026-09-30')] })).toBe('visit.team_not_certified');
    expect(refusal({}, { partners: [visitor(2, { certificate: null })] })).toBe('visit.team_not_certified');
  });

  it('look at the local day, though in UTC it is already tomorrow', () => {
    expect(refusal({ time: '20:30' }, { partners: [ending('2026-10-01')] })).toBeNull();
  });

  it('may be fewer where the policy asks for one of two', () => {
    const partners = [visitor(2, { certificate: null })];
    expect(refusal({}, { partners, settings: { ...settings, minCertified: 1 } })).toBeNull();
  });
});
