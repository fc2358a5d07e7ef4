import fc from 'fast-check';
import { expect } from 'vitest';
import type { RouteId } from '#shared/contract/contract.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { addDays, localDateOf } from '#shared/domain/time/zoned.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { people } from '#test/support/school-scene.ts';
import { secretWords, violations } from './invariants.ts';
import type { Snapshot } from './snapshot.ts';
import type { Name, World } from './world.ts';

/** What everybody could see before a command: the choices are made from it. */
export interface Story {
  seen: Snapshot;
  /** How often each command was carried out, and refused: a run that only ever hears no shows nothing. */
  readonly tally: Map<string, { done: number; refused: number }>;
}

/** Random numbers by which a command chooses among what there is. */
interface Choice {
  readonly who: Name;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Minutes that pass before it. */
  readonly minutes: number;
  /** The page is out of date. */
  readonly stale: boolean;
}

interface Attempt {
  readonly route: RouteId;
  readonly who: Name;
  readonly params: Record<string, string>;
  readonly body: unknown;
}

type Kind = (choice: Choice, story: Story, world: World) => Attempt | null;

const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const nameOf = (personId: string | undefined): Name | undefined =>
  (Object.keys(people) as Name[]).find((name) => people[name].personId === personId);
const revOf = (rev: number, { stale }: Choice): number => (stale ? Math.max(rev - 1, 1) : rev);
const today = (world: World) => localDateOf(world.now, 'America/Chicago');
/** Mostly somebody of the team; now and then a stranger to the visit, who must not get anywhere. */
const memberOf = (visit: Visit, { who, a, b }: Choice): Name =>
  b % 7 === 0 ? who : (nameOf(of(visit.team, a)?.personId) ?? who);
const visitIn = ({ seen }: Story, n: number, want: (visit: Visit) => boolean) =>
  // Now and then one in another state, which must be refused.
  of(n % 9 === 0 ? seen.visits : seen.visits.filter(want), n);
const reasons = ['illness', 'no_longer_suits', 'nobody_there', 'weather', 'safety', 'other'] as const;
const places = ['East Library', 'Riverside Park', 'City Hall', 'Green Café', 'The school cafeteria'] as const;

function planOf({ who, a, b, c }: Choice, world: World, past: boolean) {
  // Now and then one asks oneself, somebody who is not certified, or somebody of another school.
  const odd = ['novice', 'stranger', who] as const;
  const near = (['lead', 'partner', 'third', 'coordinator'] as const).filter((name) => name !== who);
  const asked = a % 8 === 0 ? odd : near;
  const partners = [...new Set([of(asked, b), ...(c % 4 === 0 ? [of(asked, b + 1)] : [])])];
  const type = of(['home', 'home', 'neutral', 'virtual'] as const, c) ?? 'home';
  return {
    date: addDays(today(world), past ? -(a % 4) : c % 9 === 0 ? 0 : (c % 3) + 1),
    time: of(['16:30', '16:45', '18:00'], b) ?? '16:30',
    minutes: 40,
    type,
    place: type === 'neutral' ? (of(places, a + b) ?? null) : null,
    partnerIds: partners.map((name) => people[name ?? 'partner'].personId),
    interpreterId: null,
  };
}

const householdOf = (world: World, { a }: Choice) =>
  of(world.households, a) ?? { familyId: '', students: [] };
/** Mostly a family that said yes. */
function willing({ seen }: Story, world: World, choice: Choice) {
  const yes = world.households.filter(({ familyId }) =>
    seen.invitations.some((one) => one.familyId === familyId && one.status === 'accepted'),
  );
  return (choice.b % 10 === 0 ? undefined : of(yes, choice.a)) ?? householdOf(world, choice);
}
const someStudents = (students: readonly string[], n: number) =>
  [students.slice(0, 1), students.slice(1), students][n % 3] ?? [];

export const kinds: Readonly<Record<string, Kind>> = {
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

class Step implements fc.AsyncCommand<Story, World> {
  readonly choice: Parameters<typeof nameOfKind>[0];
  readonly policy: PolicySettings;
  name = 'not yet run';

  constructor(choice: Parameters<typeof nameOfKind>[0], policy: PolicySettings) {
    this.choice = choice;
    this.policy = policy;
  }

  check = (): boolean => true;

  async run(story: Story, world: World): Promise<void> {
    this.name = nameOfKind(this.choice, story);
    const kind = kinds[this.name];
    world.now = new Date(Date.parse(world.now) + (this.choice.minutes + 1) * 60_000).toISOString();
    const attempt = kind?.(this.choice, story, world) ?? null;
    if (attempt === null) return;
    const { status, body } = await world.call(attempt.route, attempt.who, attempt.params, attempt.body);
    const tally = story.tally.get(this.name) ?? { done: 0, refused: 0 };
    tally[status === 200 ? 'done' : 'refused'] += 1;
    story.tally.set(this.name, tally);
    expect([200, 400, 403, 404, 409, 422], `${this.name}: ${JSON.stringify(body)}`).toContain(status);
    const after = await world.snapshot();
    const wrong = violations(story.seen, after, this.policy);
    expect(wrong.join('; '), this.toString()).toBe('');
    if (status !== 200) expect(stateOf(after), 'a refusal changes nothing').toEqual(stateOf(story.seen));
    story.seen = after;
  }

  toString(): string {
    const { who, a, b, c, minutes, stale } = this.choice;
    return `${this.name}(${who}, ${a}, ${b}, ${c}, +${minutes} min${stale ? ', stale' : ''})`;
  }
}

const stateOf = ({ items }: Snapshot) => items.map(({ pk, sk, rev }) => `${pk} ${sk} ${rev}`).sort();

/** What makes sense now, more often what leads on; a wild choice is any command at all. */
function sensible({ seen }: Story): string[] {
  const any = (status: Visit['status']) => seen.visits.some((visit) => visit.status === status);
  const times = (count: number, name: string, when: boolean) =>
    when ? Array.from({ length: count }, () => name) : [];
  return [
    ...times(3, 'propose', seen.visits.filter(({ status }) => isAhead(status)).length < 2),
    ...times(6, 'answer', any('proposed')),
    ...times(1, 'logLate', any('proposed')),
    ...times(1, 'change', any('proposed') || any('scheduled')),
    ...times(1, 'cancel', any('proposed') || any('scheduled')),
    ...times(1, 'sayNoAfterAll', any('scheduled')),
    ...times(6, 'waitAndLog', any('scheduled')),
    ...times(3, 'decideLate', any('awaiting_approval')),
    ...times(
      6,
      'reflect',
      seen.reflections.some(({ status }) => status === 'owed'),
    ),
    ...times(1, 'writeDownLate', true),
    ...times(1, 'answerOfFamily', true),
    ...times(2, 'invite', seen.invitations.length < 2),
    ...times(
      3,
      'answerOfFamily',
      seen.invitations.some(({ status }) => status === 'invited'),
    ),
    ...times(1, 'takePart', true),
  ];
}

const nameOfKind = (
  choice: Choice & { readonly kind: number; readonly wild: boolean },
  story: Story,
): string => {
  const among = choice.wild ? Object.keys(kinds) : sensible(story);
  return of(among, choice.kind) ?? 'invite';
};

/** Stories of up to 24 commands; the first steps of most lead to a visit. */
export function anyStory(policy: PolicySettings) {
  const choice = fc.record({
    kind: fc.nat(997),
    wild: fc.constantFrom(false, false, false, false, false, false, false, true),
    who: fc.constantFrom<Name>(
      'lead',
      'lead',
      'lead',
      'lead',
      'partner',
      'third',
      'coordinator',
      'novice',
      'stranger',
    ),
    a: fc.nat(97),
    b: fc.nat(97),
    c: fc.nat(97),
    minutes: fc.constantFrom(0, 0, 1, 5, 60, 600),
    stale: fc.constantFrom(false, false, false, false, false, false, false, true),
  });
  return fc.commands([choice.map((chosen) => new Step(chosen, policy))], { maxCommands: 24, size: 'max' });
}
