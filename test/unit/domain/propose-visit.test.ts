import { describe, expect, it } from 'vitest';
import { memberLines } from '#shared/domain/visit/members.ts';
import { Visit, VisitMember } from '#shared/domain/visit/model.ts';
import { proposeVisit } from '#shared/domain/visit/propose.ts';
import { facts, id, reasonOf, request, schoolYear, settings, student, visitor } from './samples.ts';

const refusal = (change: Partial<typeof request>, known: Partial<typeof facts> = {}) =>
  reasonOf(() => proposeVisit({ ...request, ...change }, { ...facts, ...known }));

describe('arranging a visit', () => {
  it('is an appointment on the district’s wall clock, with the lead first', () => {
    const { visit } = proposeVisit(request, facts);
    expect(Visit.parse(visit)).toEqual(visit);
    expect(visit).toMatchObject({
      status: 'proposed',
      scheduledAt: null,
      year: '2026-27',
      startsAt: '2026-10-01T21:30:00.000Z',
      localDate: '2026-10-01',
      beforeSchoolStarts: false,
    });
    expect(visit.team.map(({ lead }) => lead)).toEqual([true, false]);
    expect(memberLines(visit).map((line) => VisitMember.parse(line).personId)).toEqual([
      id('per', 1),
      id('per', 2),
    ]);
  });

  it('counts a summer visit apart', () => {
    const { visit } = proposeVisit(
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
    const alone = facts.students.map((one) => ({ ...one, doNotContact: true }));
    expect(refusal({}, { students: alone })).toBe('family.do_not_contact');
  });

  it('I9: is of a kind the district offers, and names a place only when it is neutral', () => {
    expect(refusal({ type: 'virtual' })).toBe('visit.type_not_allowed');
    expect(refusal({ type: 'neutral' })).toBe('visit.place_missing');
    expect(refusal({ type: 'neutral', place: 'City library' })).toBeNull();
    expect(refusal({ place: '12 Some Street' })).toBe('visit.place_not_kept');
    expect(refusal({ place: '' })).toBeNull();
  });

  it('I9: never takes place on school grounds, whatever they are called', () => {
    for (const place of [
      'Oak Street School',
      'The classroom',
      'la escuela',
      'Salón de clases 4',
      'School campus',
      'Lincoln Elementary',
      'the schoolyard',
      'Room 4 (class room)',
      'Sunny Preschool',
      'Highschool field',
      'Oak Elem. library',
      'Kindergarten',
      'Sch\u200bool library',
      'las aulas',
      'Patio escolar',
    ])
      expect(refusal({ type: 'neutral', place }), place).toBe('visit.school_grounds');
    for (const place of [
      'East Library',
      'Old School Road Café',
      'Preschooler Park',
      'Elementary Road Park',
      'Biblioteca central',
    ])
      expect(refusal({ type: 'neutral', place }), place).toBeNull();
  });

  it('I9: nor at a school of the district, by its name or by what people make of it', () => {
    const schoolNames = ['Roosevelt High School', 'Oak Academy', 'Lincoln', 'Elm Street School'];
    const at = (place: string) => refusal({ type: 'neutral', place }, { schoolNames });
    for (const place of [
      'Roosevelt High',
      'Library of Oak Academy',
      'oak  ACADEMY, Room 4',
      'Róosevelt-High gym',
    ])
      expect(at(place), place).toBe('visit.school_grounds');
    for (const place of [
      'Roosevelt Highway Diner',
      'Lincoln Park',
      'Elm Street Café',
      'Oak Park',
      'Art Academy',
    ])
      expect(at(place), place).toBeNull();
  });

  it('has the name of a place and no street address, for that may be a home and would be mailed', () => {
    for (const place of [
      '1742 Zanzibar Terrace',
      '12 N. Oak St.',
      '400 Main Street, Apt 3',
      '55-2 West Elm Avenue NW, Springfield',
      'Calle Hidalgo 14',
      'Maple Court, apartment 4B',
    ])
      expect(refusal({ type: 'neutral', place }), place).toBe('visit.place_is_address');
    for (const place of [
      'City Library, 400 Main Street',
      '1st Avenue Café',
      '100 Acre Park',
      '12 Oaks Coffee on Elm Street',
      'Parque de la Calle 9',
      'Lincoln Way Community Center',
    ])
      expect(refusal({ type: 'neutral', place }), place).toBeNull();
  });

  it('ends on the day on which it begins', () => {
    expect(refusal({ time: '23:20' })).toBeNull();
    expect(refusal({ time: '23:30' })).toBe('visit.past_midnight');
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
    const { visit } = proposeVisit(both, { ...facts, ...known });
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

describe('CP1: the team', () => {
  it('is asked, not assigned: only the lead has said yes', () => {
    const { visit } = proposeVisit(request, facts);
    expect(visit.team.map(({ answer }) => answer)).toEqual(['yes', 'asked']);
  });

  it('is of people who take part: they said yes, and have not taken it back', () => {
    const never = visitor(2, { participation: null });
    const left = visitor(2, { participation: { answer: 'no', since: facts.now } });
    expect(refusal({}, { team: [visitor(1), never] })).toBe('visit.member_not_taking_part');
    expect(refusal({}, { team: [visitor(1), left] })).toBe('visit.member_not_taking_part');
    expect(refusal({}, { team: [visitor(1, { participation: null }), visitor(2)] })).toBe(
      'visit.member_not_taking_part',
    );
  });
});

describe('I6: the team', () => {
  it('is a pair at least and no larger than the policy allows', () => {
    expect(refusal({}, { team: [visitor(1)] })).toBe('visit.team_too_small');
    expect(refusal({}, { team: [visitor(1), visitor(2), visitor(3)] })).toBeNull();
    expect(
      refusal({}, { team: [visitor(1), visitor(2), visitor(3)], settings: { ...settings, maxTeam: 2 } }),
    ).toBe('visit.team_too_large');
  });

  it('is of distinct people', () => {
    expect(refusal({}, { team: [visitor(1), visitor(1)] })).toBe('visit.team_repeats');
  });

  it('counts an interpreter only where the policy says so', () => {
    const team = [visitor(1), visitor(2, { as: 'interpreter' })];
    expect(refusal({}, { team })).toBe('visit.team_too_small');
    expect(refusal({}, { team, settings: { ...settings, interpreterCounts: true } })).toBeNull();
  });
});

describe('I7: certificates on the visit’s local date', () => {
  const ending = (expiresOn: string) => visitor(2, { certificate: { issuedOn: '2025-10-01', expiresOn } });

  it('are enough when they hold that day, and not one day less', () => {
    expect(refusal({}, { team: [visitor(1), ending('2026-10-01')] })).toBeNull();
    expect(refusal({}, { team: [visitor(1), ending('2026-09-30')] })).toBe('visit.team_not_certified');
    expect(refusal({}, { team: [visitor(1), visitor(2, { certificate: null })] })).toBe(
      'visit.team_not_certified',
    );
  });

  it('look at the local day, though in UTC it is already tomorrow', () => {
    expect(refusal({ time: '20:30' }, { team: [visitor(1), ending('2026-10-01')] })).toBeNull();
  });

  it('may be fewer where the policy asks for one of two', () => {
    const team = [visitor(1), visitor(2, { certificate: null })];
    expect(refusal({}, { team, settings: { ...settings, minCertified: 1 } })).toBeNull();
  });
});
