import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { addBusinessDays } from '#shared/domain/time/business-days.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { tookPlace } from '#shared/domain/visit/states.ts';
import { year2026 } from '#test/support/district.ts';
import type { Snapshot } from './snapshot.ts';

const groundsOfSchool = ['school', 'classroom', 'campus'];

/** What is wrong when it does not hold. */
export const expectThat = (holds: boolean, what: string): string[] => (holds ? [] : [what]);

/** One visit: its place, its team, what it leads to (I6–I9, I16–I19). */
export function wrongWithVisit(
  visit: Visit,
  { members, reflections, claims, people, now }: Snapshot,
  policy: PolicySettings,
) {
  const team = visit.team.map(({ personId }) => personId);
  const lines = members.filter(({ visitId }) => visitId === visit.visitId);
  const owed = reflections.filter(({ visitId }) => visitId === visit.visitId);
  const paid = claims.filter(({ visitId }) => visitId === visit.visitId);
  const always = [
    ...expectThat(visit.type !== 'neutral' || visit.place !== null, 'I9 a neutral place has a name'),
    ...expectThat(
      groundsOfSchool.every((word) => !(visit.place ?? '').toLowerCase().includes(word)),
      'I9 school grounds',
    ),
    ...expectThat(policy.visitTypes.includes(visit.type), 'I9 a kind the district does not offer'),
    ...expectThat(
      lines
        .map(({ personId, status }) => `${personId} ${status}`)
        .sort()
        .join() ===
        team
          .map((personId) => `${personId} ${visit.status}`)
          .sort()
          .join(),
      'I17 a line of the team says something else than the visit',
    ),
    ...expectThat(
      visit.status !== 'scheduled' || visit.team.every(({ answer }) => answer === 'yes'),
      'CP1 scheduled although not everybody said yes',
    ),
  ];
  if (!tookPlace(visit.status))
    return [
      ...always,
      ...expectThat(owed.length === 0, 'I18 a reflection of a visit that was not'),
      ...expectThat(paid.length === 0, 'I16 a claim of a visit that was not'),
    ];
  const counting = visit.team.filter(({ as }) => policy.interpreterCounts || as !== 'interpreter');
  const certified = counting.filter(({ personId }) => {
    const held = people.find((one) => one.personId === personId)?.certificate;
    return held != null && held.issuedOn <= visit.localDate && visit.localDate <= held.expiresOn;
  });
  const wanted = visit.students.flatMap(({ studentId }) =>
    counting.map(({ personId }) => `${studentId} ${personId}`),
  );
  const approvedByAnother =
    visit.late?.decidedBy != null &&
    visit.late.reason.length > 0 &&
    visit.late.decidedBy !== visit.late.by &&
    !team.includes(visit.late.decidedBy);
  return [
    ...always,
    ...expectThat(new Set(team).size === team.length, 'I6 one person twice'),
    ...expectThat(
      counting.length >= policy.minTeam && counting.length <= policy.maxTeam,
      'I6 size of the team',
    ),
    ...expectThat(certified.length >= policy.minCertified, 'I7 too few certified'),
    ...expectThat(
      (visit.scheduledAt !== null && visit.scheduledAt < visit.startsAt) || approvedByAnother,
      'I8 neither scheduled in advance nor approved by another',
    ),
    ...expectThat(visit.startsAt <= now, 'I8 logged before it started'),
    ...expectThat(
      owed
        .map(({ studentId, personId }) => `${studentId} ${personId}`)
        .sort()
        .join() === wanted.sort().join(),
      'I18 each member owes one reflection for each student',
    ),
    ...expectThat(
      owed.every(
        ({ dueOn }) =>
          dueOn === addBusinessDays(visit.localDate, policy.reflectionDueBusinessDays, year2026.holidays),
      ),
      'I19 due so many business days after the visit',
    ),
    ...expectThat(
      paid
        .map(({ personId }) => personId)
        .sort()
        .join() === [...team].sort().join(),
      'I16 one claim for each who was there',
    ),
    ...expectThat(
      visit.status !== 'closed' || owed.every(({ status }) => status === 'done'),
      'I17 closed although somebody still owes a reflection',
    ),
  ];
}

/** I10 and I14, by student. */
export function wrongWithNumbers({ standings, visits }: Snapshot): string[] {
  const strangers = visits.flatMap((visit) =>
    visit.students.filter(
      ({ studentId }) =>
        !standings.some((one) => one.studentId === studentId && one.familyId === visit.familyId),
    ),
  );
  return [
    ...expectThat(strangers.length === 0, 'I14 students of two households in one visit'),
    ...standings.flatMap((standing) => {
      const own = visits
        .filter(({ status }) => status !== 'cancelled' && status !== 'no_show')
        .flatMap(({ visitId, localDate, students }) =>
          students
            .filter(({ studentId }) => studentId === standing.studentId)
            .map(({ number }) => ({ visitId, localDate, number })),
        )
        .sort((a, b) => a.number - b.number);
      const days = own.map(({ localDate }) => localDate);
      return [
        ...expectThat(
          own.every(({ number }, index) => number === index + 1),
          'I10 numbers run 1, 2, 3 without a gap',
        ),
        ...expectThat([...new Set(days)].sort().join() === days.join(), 'I10 each later than the one before'),
        ...expectThat(
          own.map(({ visitId }) => visitId).join() === standing.visits.map(({ visitId }) => visitId).join(),
          'I10 the standing knows the same visits',
        ),
      ];
    }),
  ];
}
