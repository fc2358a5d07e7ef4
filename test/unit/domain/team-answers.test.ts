import { describe, expect, it } from 'vitest';
import { sayNo, sayYes } from '#shared/domain/visit/answer.ts';
import { changeVisit } from '#shared/domain/visit/change.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { proposeVisit } from '#shared/domain/visit/propose.ts';
import {
  facts,
  id,
  proposed,
  reasonOf,
  request,
  scheduled,
  schoolYear,
  settings,
  visitor,
} from './samples.ts';

const answers = ({ team }: Visit) => team.map(({ personId, answer }) => `${personId.slice(-1)} ${answer}`);
const pair = [visitor(1), visitor(2)];
const trio = [visitor(1), visitor(2), visitor(3)];
const no = (visit: Visit, n: number, team = pair, now = facts.now) =>
  sayNo(visit, id('per', n), { now, team, settings });

describe('a request', () => {
  it('I8: is a scheduled visit with the last yes, before it starts', () => {
    const { visit } = proposeVisit(request, { ...facts, team: trio });
    const one = sayYes(visit, visitor(3), facts.now);
    expect([one.status, one.scheduledAt]).toEqual(['proposed', null]);
    const both = sayYes(one, visitor(2), facts.now);
    expect(both).toMatchObject({ status: 'scheduled', scheduledAt: facts.now, sequence: 1 });
    expect(reasonOf(() => sayYes(visit, visitor(2), visit.startsAt))).toBe('visit.answer_too_late');
  });

  it('is answered by those who are asked, who take part, and by nobody for somebody else', () => {
    expect(reasonOf(() => sayYes(proposed.visit, visitor(7), facts.now))).toBe('visit.not_asked');
    const out = visitor(2, { participation: { answer: 'no', since: facts.now } });
    expect(reasonOf(() => sayYes(proposed.visit, out, facts.now))).toBe('visit.take_part_first');
  });

  it('waits for somebody else after a no of the pair, also of one who had said yes', () => {
    expect(answers(no(proposed.visit, 2))).toEqual(['1 yes', '2 no']);
    const after = no(scheduled.visit, 2);
    expect([after.status, after.scheduledAt]).toEqual(['proposed', null]);
    expect(reasonOf(() => no(scheduled.visit, 1))).toBe('visit.lead_stays');
  });

  it('stands without a third who is not needed, and calendars stay as they are', () => {
    const { visit } = proposeVisit(request, { ...facts, team: trio });
    const all = sayYes(sayYes(visit, visitor(2), facts.now), visitor(3), facts.now);
    const after = no(all, 3, trio);
    expect(after).toMatchObject({ status: 'scheduled', scheduledAt: facts.now });
    expect(answers(after)).toEqual(['1 yes', '2 yes']);
  });

  it('never loses its interpreter unseen', () => {
    const team = [...pair, visitor(3, { as: 'interpreter', certificate: null })];
    const { visit } = proposeVisit(request, { ...facts, team });
    const all = sayYes(sayYes(visit, visitor(2), facts.now), visitor(3), facts.now);
    expect(no(all, 3, team)).toMatchObject({ status: 'proposed', scheduledAt: null });
  });

  it('may be answered yes after a no', () => {
    expect(sayYes(no(proposed.visit, 2), visitor(2), facts.now).status).toBe('scheduled');
  });
});

describe('a change', () => {
  const { familyId: _, studentIds: __, ...plan } = request;
  const known = {
    now: facts.now,
    by: id('per', 1),
    year: schoolYear,
    settings,
    schoolNames: [],
    students: scheduled.students,
    team: pair,
  };
  const change = (next: Partial<typeof plan>, more: Partial<typeof known> = {}) =>
    changeVisit(scheduled.visit, { ...plan, ...next }, { ...known, ...more });

  it('of the time asks everybody again but the one who made it, and moves the student’s day', () => {
    const after = change({ date: '2026-10-08' });
    expect(after.visit).toMatchObject({ status: 'proposed', localDate: '2026-10-08', scheduledAt: null });
    expect(answers(after.visit)).toEqual(['1 yes', '2 asked']);
    expect(after.visit.sequence).toBeGreaterThan(scheduled.visit.sequence);
    expect(after.students[0]?.visits).toEqual([
      { visitId: scheduled.visit.visitId, status: 'scheduled', on: '2026-10-08' },
    ]);
    expect(answers(change({ time: '17:30' }, { by: id('per', 2) }).visit)).toEqual(['1 asked', '2 yes']);
  });

  it('of the team asks the new one alone', () => {
    const after = change({}, { team: [visitor(1), visitor(3)] });
    expect(answers(after.visit)).toEqual(['1 yes', '3 asked']);
    expect(after.visit.status).toBe('proposed');
  });

  it('that leaves everybody agreed stays scheduled', () => {
    const { visit } = proposeVisit(request, { ...facts, team: trio });
    const all = sayYes(sayYes(visit, visitor(2), facts.now), visitor(3), facts.now);
    const after = changeVisit(all, plan, { ...known, team: pair });
    expect(after.visit.status).toBe('scheduled');
  });

  it('keeps every rule of a new visit', () => {
    expect(reasonOf(() => change({ date: '2026-09-19' }))).toBe('visit.in_the_past');
    expect(reasonOf(() => change({ type: 'neutral', place: 'The school' }))).toBe('visit.school_grounds');
    expect(reasonOf(() => change({}, { team: [visitor(1)] }))).toBe('visit.team_too_small');
    expect(reasonOf(() => change({}, { team: [visitor(2), visitor(1)] }))).toBe('visit.lead_stays');
    expect(reasonOf(() => change({}, { year: { ...schoolYear, year: '2027-28' } }))).toBe('visit.other_year');
    expect(reasonOf(() => change({}, { team: [visitor(1), visitor(3, { participation: null })] }))).toBe(
      'visit.member_not_taking_part',
    );
  });
});
