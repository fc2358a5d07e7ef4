import type { RouteId } from '#shared/contract/contract.ts';
import { addDays, localDateOf } from '#shared/domain/time/zoned.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { people } from '#test/support/school-scene.ts';
import type { Snapshot } from './snapshot.ts';
import type { Household, Name, World } from './world.ts';

/** What everybody could see before a command: the choices are made from it. */
export interface Story {
  seen: Snapshot;
  /** How often each command was carried out, and refused: a run that only ever hears no shows nothing. */
  readonly tally: Map<string, { done: number; refused: number }>;
}

/** Random numbers by which a command chooses among what there is. */
export interface Choice {
  readonly who: Name;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Minutes that pass before it. */
  readonly minutes: number;
  /** The page is out of date. */
  readonly stale: boolean;
}

/** A call of the API: by one of the staff, or by a family with the link to its page. */
export interface Attempt {
  readonly route: RouteId;
  readonly who: Name | Household;
  readonly params: Record<string, string>;
  readonly body: unknown;
}

export type Kind = (choice: Choice, story: Story, world: World) => Attempt | null;

export const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
export const nameOf = (personId: string | undefined): Name | undefined =>
  (Object.keys(people) as Name[]).find((name) => people[name].personId === personId);
export const revOf = (rev: number, { stale }: Choice): number => (stale ? Math.max(rev - 1, 1) : rev);
const today = (world: World) => localDateOf(world.now, 'America/Chicago');
/** Mostly somebody of the team; now and then a stranger to the visit, who must not get anywhere. */
export const memberOf = (visit: Visit, { who, a, b }: Choice): Name =>
  b % 7 === 0 ? who : (nameOf(of(visit.team, a)?.personId) ?? who);
export const visitIn = ({ seen }: Story, n: number, want: (visit: Visit) => boolean) =>
  // Now and then one in another state, which must be refused.
  of(n % 9 === 0 ? seen.visits : seen.visits.filter(want), n);
export const reasons = ['illness', 'no_longer_suits', 'nobody_there', 'weather', 'safety', 'other'] as const;
const places = ['East Library', 'Riverside Park', 'City Hall', 'Green Café', 'The school cafeteria'] as const;

export function planOf({ who, a, b, c }: Choice, world: World, past: boolean) {
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

export const householdOf = (world: World, { a }: Choice) =>
  of(world.households, a) ?? { familyId: '', students: [], link: '' };
/** Mostly a family that said yes. */
export function willing({ seen }: Story, world: World, choice: Choice) {
  const yes = world.households.filter(({ familyId }) =>
    seen.invitations.some((one) => one.familyId === familyId && one.status === 'accepted'),
  );
  return (choice.b % 10 === 0 ? undefined : of(yes, choice.a)) ?? householdOf(world, choice);
}
export const someStudents = (students: readonly string[], n: number) =>
  [students.slice(0, 1), students.slice(1), students][n % 3] ?? [];
