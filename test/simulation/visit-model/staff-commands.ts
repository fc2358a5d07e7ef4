import { isAhead } from '#shared/domain/visit/states.ts';
import {
  householdOf,
  type Kind,
  memberOf,
  nameOf,
  of,
  planOf,
  reasons,
  revOf,
  someStudents,
  visitIn,
  willing,
} from './choices.ts';
import { secretWords } from './invariants.ts';

/** What staff try. */
export const staffCommands: Readonly<Record<string, Kind>> = {
  invite: (choice, { seen }, world) => {
    const { familyId } = householdOf(world, choice);
    const rev = seen.invitations.find((one) => one.familyId === familyId)?.rev ?? 0;
    return { route: 'inviteFamily', who: choice.who, params: { familyId }, body: { how: 'phone', rev } };
  },
  answerOfFamily: (choice, { seen }, world) => {
    const { familyId } = householdOf(world, choice);
    const rev = seen.invitations.find((one) => one.familyId === familyId)?.rev;
    if (rev === undefined) return null;
    const answer = choice.b % 4 === 0 ? 'declined' : 'accepted';
    return {
      route: 'recordAnswer',
      who: choice.who,
      params: { familyId },
      body: { answer, rev: revOf(rev, choice) },
    };
  },
  propose: (choice, story, world) => {
    const { familyId, students } = willing(story, world, choice);
    const studentIds = someStudents(students, choice.c);
    // Now and then somebody tries with a child of the other household.
    const other =
      choice.b % 11 === 0 ? (of(world.households, choice.a % 3 === 0 ? 0 : 1)?.students ?? []) : [];
    return {
      route: 'proposeVisit',
      who: choice.who,
      params: {},
      body: { familyId, studentIds: [...studentIds, ...other.slice(0, 1)], ...planOf(choice, world, false) },
    };
  },
  answer: (choice, story) => {
    const visit = visitIn(
      story,
      choice.a,
      ({ status, team }) => status === 'proposed' && team.some((one) => one.answer === 'asked'),
    );
    if (visit === undefined) return null;
    const asked = visit.team.filter((one) => one.answer === 'asked');
    const who = choice.b % 9 === 0 ? choice.who : (nameOf(of(asked, choice.b)?.personId) ?? choice.who);
    const answer = choice.c % 6 === 0 ? 'no' : 'yes';
    const rev = revOf(visit.rev, choice);
    return { route: 'answerVisit', who, params: { visitId: visit.visitId }, body: { answer, rev } };
  },
  sayNoAfterAll: (choice, story) => {
    const visit = visitIn(story, choice.a, ({ status }) => status === 'scheduled');
    if (visit === undefined) return null;
    const body = { answer: 'no', rev: revOf(visit.rev, choice) };
    return { route: 'answerVisit', who: memberOf(visit, choice), params: { visitId: visit.visitId }, body };
  },
  change: (choice, story, world) => {
    const visit = visitIn(story, choice.a, ({ status }) => isAhead(status));
    if (visit === undefined) return null;
    const body = { ...planOf(choice, world, false), rev: revOf(visit.rev, choice) };
    return { route: 'changeVisit', who: memberOf(visit, choice), params: { visitId: visit.visitId }, body };
  },
  waitAndLog: (choice, story, world) => {
    const visit = visitIn(story, choice.a, ({ status }) => status === 'scheduled');
    if (visit === undefined) return null;
    // Mostly people wait until the visit is over.
    if (choice.b % 6 !== 0 && visit.startsAt > world.now)
      world.now = new Date(Date.parse(visit.startsAt) + 3_600_000).toISOString();
    const present = visit.team.map(({ personId }) => personId).slice(choice.c % 8 === 0 ? 1 : 0);
    const body = { present, actualMinutes: 30, rev: revOf(visit.rev, choice) };
    return { route: 'completeVisit', who: memberOf(visit, choice), params: { visitId: visit.visitId }, body };
  },
  cancel: (choice, story) => {
    const visit = visitIn(story, choice.a, ({ status }) => isAhead(status));
    if (visit === undefined) return null;
    const body = {
      outcome: choice.c % 2 === 0 ? 'cancelled' : 'no_show',
      side: of(['family', 'team', 'other'], choice.c),
      reason: of(reasons, choice.b),
      rev: revOf(visit.rev, choice),
    };
    return { route: 'cancelVisit', who: memberOf(visit, choice), params: { visitId: visit.visitId }, body };
  },
  writeDownLate: (choice, story, world) => {
    const { familyId, students } = willing(story, world, choice);
    const studentIds = someStudents(students, choice.c);
    const reason = 'The family asked us in';
    const body = { familyId, studentIds, reason, ...planOf(choice, world, true) };
    return { route: 'recordLateVisit', who: choice.who, params: {}, body };
  },
  logLate: (choice, story, world) => {
    const visit = visitIn(story, choice.a, ({ status }) => status === 'proposed');
    if (visit === undefined) return null;
    if (choice.b % 4 !== 0 && visit.startsAt > world.now)
      world.now = new Date(Date.parse(visit.startsAt) + 3_600_000).toISOString();
    const present = visit.team.map(({ personId }) => personId);
    const reason = 'Somebody forgot to answer';
    const body = { present, actualMinutes: 30, reason, rev: revOf(visit.rev, choice) };
    return { route: 'logLate', who: memberOf(visit, choice), params: { visitId: visit.visitId }, body };
  },
  decideLate: (choice, story) => {
    const visit = visitIn(story, choice.a, ({ status }) => status === 'awaiting_approval');
    if (visit === undefined) return null;
    const body = { decision: choice.c % 4 === 0 ? 'refused' : 'approved', rev: revOf(visit.rev, choice) };
    // Whoever holds the role tries, among them people of the team.
    const who = of(['coordinator', 'admin', 'elmCoordinator', choice.who] as const, choice.b) ?? 'admin';
    return { route: 'decideLateVisit', who, params: { visitId: visit.visitId }, body };
  },
  reflect: (choice, { seen }) => {
    const owed = seen.reflections.filter(({ status }) => status === 'owed' || choice.b % 4 === 0);
    const own = of(owed, choice.a);
    if (own === undefined) return null;
    const who = choice.c % 7 === 0 ? choice.who : (nameOf(own.personId) ?? choice.who);
    const words = reflectionWords(`${secretWords} ${choice.a}`);
    const params = { visitId: own.visitId, studentId: own.studentId };
    return {
      route: 'writeReflection',
      who,
      params,
      body: { words, together: false, rev: revOf(own.rev, choice) },
    };
  },
  takePart: (choice) => ({
    route: 'setParticipation',
    who: choice.who,
    params: {},
    body: { answer: choice.b % 8 === 0 ? 'no' : 'yes' },
  }),
};

/** The words of a reflection as the contract wants them. */
function reflectionWords(text: string) {
  return { answers: [{ shift: 'assumptions', text }], apply: text };
}
