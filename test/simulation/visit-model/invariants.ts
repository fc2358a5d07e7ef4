import { isDeepStrictEqual } from 'node:util';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { endOf } from '#shared/domain/visit/day-book.ts';
import type { Visit, VisitStatus } from '#shared/domain/visit/model.ts';
import { isAhead, visitMoves } from '#shared/domain/visit/states.ts';
import { expectThat, wrongWithNumbers, wrongWithVisit } from './invariants-of-visits.ts';
import type { Snapshot } from './snapshot.ts';

/** Words of a reflection in every story start with this, so that they are found wherever they lie (I20). */
export const secretWords = 'PRIVATE-WORDS';

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
