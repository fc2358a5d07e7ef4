import { people } from '#test/support/school-scene.ts';
import type { Household, Name, World } from './world.ts';

interface Visit {
  readonly visitId: string;
  readonly rev: number;
  readonly reflections: readonly {
    readonly studentId: string;
    readonly personId: string;
    readonly rev: number;
  }[];
}
export type Step = (
  as: Name | Household,
  route: Parameters<World['call']>[0],
  params: Record<string, string>,
  body: unknown,
) => Promise<Visit>;

/** The two families of a story, and what is asked again and again in it. */
export function scene(world: World, step: Step) {
  const [first, second] = world.households;
  if (first === undefined || second === undefined) throw new Error('a story has two households');
  const { students } = first;
  const home = {
    date: '2027-01-20',
    time: '16:30',
    minutes: 40,
    type: 'home',
    place: null,
    interpreterId: null,
  };
  const plan = (change: object = {}) => ({
    familyId: first.familyId,
    studentIds: students.slice(0, 1),
    ...home,
    partnerIds: [people.partner.personId],
    ...change,
  });
  const propose = (change: object = {}, as: Name = 'lead') => step(as, 'proposeVisit', {}, plan(change));
  const yes = ({ visitId, rev }: Visit, as: Name = 'partner') =>
    step(as, 'answerVisit', { visitId }, { answer: 'yes', rev });
  const log = ({ visitId, rev }: Visit, present: readonly Name[] = ['lead', 'partner']) =>
    step(
      'lead',
      'completeVisit',
      { visitId },
      {
        present: present.map((name) => people[name].personId),
        actualMinutes: 30,
        rev,
      },
    );
  return {
    first,
    second: { familyId: second.familyId, studentIds: second.students.slice(0, 1) },
    students,
    plan,
    propose,
    yes,
    log,
    scheduled: async () => yes(await propose()),
    /** The visit's hour has come and gone. */
    afterwards: () => {
      world.now = '2027-01-21T01:00:00.000Z';
    },
    done: async () => {
      const visit = await yes(await propose());
      world.now = '2027-01-21T01:00:00.000Z';
      return log(visit);
    },
    cancel: ({ visitId, rev }: Visit) =>
      step('lead', 'cancelVisit', { visitId }, { outcome: 'cancelled', side: 'team', reason: 'other', rev }),
    answerOfFamily: async (familyId: string, answer: 'accepted' | 'declined') => {
      const { invitations } = await world.snapshot();
      const rev = invitations.find((one) => one.familyId === familyId)?.rev ?? 0;
      return step('lead', 'recordAnswer', { familyId }, { answer, rev });
    },
  };
}
export type Scene = ReturnType<typeof scene>;
