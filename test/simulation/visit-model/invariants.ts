import { isDeepStrictEqual } from 'node:util';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { addBusinessDays } from '#shared/domain/time/business-days.ts';
import { endOf } from '#shared/domain/visit/day-book.ts';
import type { Visit, VisitStatus } from '#shared/domain/visit/model.ts';
import { isAhead, tookPlace, visitMoves } from '#shared/domain/visit/states.ts';
import { year2026 } from '#test/support/district.ts';
import type { Snapshot } from './snapshot.ts';

/** Words of a reflection in every story start with this, so that they are found wherever they lie (I20). */
export const secretWords = 'PRIVATE-WORDS';
const groundsOfSchool = ['school', 'classroom', 'campus'];

/**
 * What is wrong with a state and with the step that led to it, each with the invariant it breaks. Written from
 * DOMAIN.md, not from the rules of the program: a rule that is broken cannot hide its own fault here.
 */
export function violations(before: Snapshot, after: Snapshot, policy: PolicySettings): string[] {
  return [
    ...after.visits.flatMap((visit) => wrongWithVisit(visit, after, policy)),
    ...wrongWithNumbers(after),
    ...wrongWithFamilies(after),
    ...wrongWithHours(after),
    ...wrongWithReflections(before, after),
    ...wrongWithStep(before, after),
  ];
}

const expectThat = (holds: boolean, what: string): string[] => (holds ? [] : [what]);

function wrongWithVisit(
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
function wrongWithNumbers({ standings, visits }: Snapshot): string[] {
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

/** I12, and that every student carries the family's answer. */
function wrongWithFamilies({ invitations, standings, visits, now }: Snapshot): string[] {
  return invitations.flatMap(({ familyId, status }) => [
    ...expectThat(
      standings.filter((one) => one.familyId === familyId).every(({ invitation }) => invitation === status),
      'I17 a student carries another answer than the family gave',
    ),
    ...expectThat(
      standings.filter((one) => one.familyId === familyId).every(({ doNotContact }) => !doNotContact) ||
        (status === 'declined' &&
          standings.filter((one) => one.familyId === familyId).every(({ doNotContact }) => doNotContact)),
      'I12 a family that wants no contact, and something of it that says otherwise',
    ),
    ...expectThat(
      status === 'accepted' ||
        visits.every(
          (visit) => visit.familyId !== familyId || !isAhead(visit.status) || visit.startsAt <= now,
        ),
      'I12 a visit ahead with a family that did not say yes',
    ),
  ]);
}

/** Nobody, and no family, is in two visits at once, and the day books know every visit. */
function wrongWithHours({ visits, dayBooks }: Snapshot): string[] {
  const live = visits.filter(({ status }) => status !== 'cancelled' && status !== 'no_show');
  const owners = (visit: Visit) => [
    visit.familyId,
    ...visit.team.filter(({ answer }) => answer !== 'no').map(({ personId }) => personId),
  ];
  const clash = live.some((one) =>
    live.some(
      (other) =>
        one.visitId < other.visitId &&
        owners(one).some((owner) => owners(other).includes(owner)) &&
        one.startsAt < endOf(other) &&
        other.startsAt < endOf(one),
    ),
  );
  const known = new Set(
    dayBooks.flatMap(({ owner, appointments }) => appointments.map(({ visitId }) => `${owner} ${visitId}`)),
  );
  // Who came late to a team, or did not come, may still hold the hour; whoever comes must hold it.
  const ahead = live.filter(({ status }) => isAhead(status));
  return [
    ...expectThat(!clash, 'CP1 two visits in one hour'),
    ...expectThat(
      ahead.every((visit) => owners(visit).every((owner) => known.has(`${owner} ${visit.visitId}`))),
      'CP1 an hour that nobody holds',
    ),
  ];
}

/** I19 and I20. */
function wrongWithReflections(before: Snapshot, after: Snapshot): string[] {
  const words = (snapshot: Snapshot) => snapshot.items.filter(({ et }) => et === 'reflectionWords');
  const kept = new Map(words(after).map(({ pk, sk, data }) => [`${pk} ${sk}`, data]));
  const elsewhere = after.items.filter(
    ({ et, data }) => et !== 'reflectionWords' && JSON.stringify(data).includes(secretWords),
  );
  return [
    ...expectThat(
      words(before).every(({ pk, sk, data }) => isDeepStrictEqual(kept.get(`${pk} ${sk}`), data)),
      'I19 an earlier version is gone',
    ),
    ...after.reflections.flatMap(({ studentId, personId, visitId, version, status }) => {
      const versions = words(after).filter(
        ({ data }) =>
          data['visitId'] === visitId && data['studentId'] === studentId && data['personId'] === personId,
      ).length;
      return expectThat(
        versions === version && version > 0 === (status === 'done'),
        'I19 one version for each edit',
      );
    }),
    ...expectThat(elsewhere.length === 0, 'I20 words of a reflection outside their own rows'),
  ];
}

const moves = visitMoves.map(({ from, to }) => `${from} ${to}`);
/** Two moves of one command: a no, or a change, that leaves everybody agreed. */
const inOneStep = (from: VisitStatus | null, to: VisitStatus): boolean =>
  from === to || moves.includes(`${from} ${to}`) || (from !== null && isAhead(from) && to === 'scheduled');

/** I17 and CP1: what one command may do. */
function wrongWithStep(before: Snapshot, after: Snapshot): string[] {
  const audited =
    after.items.filter(({ et }) => et === 'audit').length >
    before.items.filter(({ et }) => et === 'audit').length;
  return [
    ...after.visits.flatMap((visit) => {
      const earlier = before.visits.find(({ visitId }) => visitId === visit.visitId);
      const from = earlier?.status ?? null;
      const added = visit.team.filter(
        ({ personId }) => !earlier?.team.some((member) => member.personId === personId),
      );
      const takesPart = (id: string) =>
        after.people.find(({ personId }) => personId === id)?.participation?.answer === 'yes';
      return [
        ...expectThat(inOneStep(from, visit.status), `I17 ${from} → ${visit.status}`),
        ...expectThat(from === visit.status || audited, 'I17 without an audit entry'),
        ...expectThat(
          visit.status === 'awaiting_approval' || added.every(({ personId }) => takesPart(personId)),
          'CP1 in a team without having said yes to taking part',
        ),
        ...expectThat(
          added.every(({ lead, answer }) => lead || answer !== 'yes') || visit.status === 'awaiting_approval',
          'CP1 put into a team without being asked',
        ),
        ...expectThat(
          from !== null || visit.status === 'awaiting_approval' || visit.startsAt > after.now,
          'I8 arranged for the past',
        ),
      ];
    }),
    ...expectThat(
      before.visits.every(({ visitId }) => after.visits.some((visit) => visit.visitId === visitId)),
      'I17 a visit is gone',
    ),
  ];
}
