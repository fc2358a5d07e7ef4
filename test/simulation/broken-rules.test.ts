import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { UseCase } from '#functions/app/use-case.ts';
import type * as Owed from '#shared/domain/reflection/owed.ts';
import type * as Refusals from '#shared/domain/refusal.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import type * as Proposing from '#shared/domain/visit/propose.ts';
import type * as States from '#shared/domain/visit/states.ts';
import { policyWith } from '#test/support/district.ts';
import { people } from '#test/support/school-scene.ts';
import { secretWords, violations } from './visit-model/invariants.ts';
import { type Household, type Name, openWorld, type World } from './visit-model/world.ts';

/** Which rule is broken at the moment: a reason that is no longer refused, or one of the faults below. */
const broken = vi.hoisted(() => new Set<string>());

vi.mock('#shared/domain/refusal.ts', async (original) => {
  const real = await original<typeof Refusals>();
  const check: typeof real.refuseUnless = real.refuseUnless;
  const refuseUnless: typeof real.refuseUnless = (condition, reason) => {
    if (!broken.has(reason)) check(condition, reason);
  };
  return { ...real, refuseUnless };
});
vi.mock('#shared/domain/visit/states.ts', async (original) => {
  const real = await original<typeof States>();
  const moveTo: typeof real.moveTo = (from, event) => {
    if (broken.has('cancel what took place') && event === 'cancel') return 'cancelled';
    if (broken.has('change what was cancelled') && event === 'change') return 'proposed';
    return real.moveTo(from, event);
  };
  return { ...real, moveTo };
});
vi.mock('#shared/domain/visit/propose.ts', async (original) => {
  const real = await original<typeof Proposing>();
  const proposeVisit: typeof real.proposeVisit = (request, facts) => {
    const planned = real.proposeVisit(request, facts);
    if (!broken.has('assign people')) return planned;
    const team = planned.visit.team.map((member) => ({ ...member, answer: 'yes' as const }));
    return { ...planned, visit: { ...planned.visit, team } };
  };
  return { ...real, proposeVisit };
});
vi.mock('#shared/domain/reflection/owed.ts', async (original) => {
  const real = await original<typeof Owed>();
  const reflectionsOwed: typeof real.reflectionsOwed = (...facts) => {
    const owed = real.reflectionsOwed(...facts);
    if (broken.has('forget a reflection')) return owed.slice(1);
    if (broken.has('due a day late')) return owed.map((one) => ({ ...one, dueOn: addDays(one.dueOn, 1) }));
    return owed;
  };
  return { ...real, reflectionsOwed };
});
vi.mock('#functions/app/reflections/write-reflection.ts', async (original) => {
  const real = await original<{ writeReflection: UseCase<'writeReflection'> }>();
  const writeReflection: UseCase<'writeReflection'> = (deps, context, request) => {
    if (!broken.has('tell the words')) return real.writeReflection(deps, context, request);
    // The words slip into the answer that is kept for a repeat of the request.
    const begins = deps.table.begin.bind(deps.table);
    const begin: typeof deps.table.begin = (event, subject) => {
      const work = begins(event, subject);
      const commit = work.commit.bind(work);
      work.commit = (response) => commit(Object.assign({}, response, { words: request.body.words }));
      return work;
    };
    return real.writeReflection({ ...deps, table: Object.assign(deps.table, { begin }) }, context, request);
  };
  return { writeReflection };
});

const policy = policyWith(undefined, { reflectionBeforePay: true });
let world: World;
beforeAll(async () => {
  world = await openWorld(policy);
});
afterAll(() => world.stop());

interface Visit {
  readonly visitId: string;
  readonly rev: number;
  readonly reflections: readonly {
    readonly studentId: string;
    readonly personId: string;
    readonly rev: number;
  }[];
}
type Step = (
  as: Name | Household,
  route: Parameters<World['call']>[0],
  params: Record<string, string>,
  body: unknown,
) => Promise<Visit>;

/** The two families of a story, and what is asked again and again in it. */
function scene(step: Step) {
  const [first, second] = world.households;
  const students = first?.students ?? [];
  const home = {
    date: '2027-01-20',
    time: '16:30',
    minutes: 40,
    type: 'home',
    place: null,
    interpreterId: null,
  };
  const plan = (change: object = {}) => ({
    familyId: first?.familyId,
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
    second: { familyId: second?.familyId ?? '', studentIds: second?.students.slice(0, 1) ?? [] },
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
type Scene = ReturnType<typeof scene>;

/** For each rule, people who would break its invariant if the program let them. */
const attempts: readonly (readonly [string, string, (s: Scene, step: Step) => Promise<unknown>])[] = [
  [
    'CP1',
    'visit.member_not_taking_part',
    async (s, step) => {
      await step('third', 'setParticipation', {}, { answer: 'no' });
      await s.propose({ partnerIds: [people.third.personId] });
    },
  ],
  ['CP1', 'assign people', (s) => s.propose()],
  [
    'CP1',
    'visit.person_busy',
    async (s, step) => {
      await step('lead', 'inviteFamily', { familyId: s.second.familyId }, { how: 'phone', rev: 0 });
      await s.answerOfFamily(s.second.familyId, 'accepted');
      await s.propose();
      await s.propose(s.second);
    },
  ],
  [
    'CP1',
    'visit.family_busy',
    async (s) => {
      await s.propose();
      const others = { studentIds: s.students.slice(1), partnerIds: [people.coordinator.personId] };
      await s.propose(others, 'third');
    },
  ],
  [
    'I6',
    'visit.too_few_present, visit.team_not_certified',
    async (s) => {
      const asked = await s.propose({ interpreterId: people.third.personId });
      const visit = await s.yes(await s.yes(asked), 'third');
      s.afterwards();
      await s.log(visit, ['lead', 'third']);
    },
  ],
  [
    'I7',
    'visit.team_not_certified',
    async (s) => {
      const visit = await s.yes(await s.propose({ partnerIds: [people.novice.personId] }), 'novice');
      s.afterwards();
      await s.log(visit, ['lead', 'novice']);
    },
  ],
  ['I8', 'visit.in_the_past', (s) => s.propose({ date: '2027-01-18' })],
  ['I8', 'visit.not_started', async (s) => s.log(await s.scheduled())],
  [
    'I8',
    'visit.late_own',
    async (s, step) => {
      s.afterwards();
      const body = { ...s.plan(), reason: 'The family asked us in' };
      const { visitId, rev } = await step('coordinator', 'recordLateVisit', {}, body);
      await step('coordinator', 'decideLateVisit', { visitId }, { decision: 'approved', rev });
    },
  ],
  ['I9', 'visit.school_grounds', (s) => s.propose({ type: 'neutral', place: 'The school cafeteria' })],
  [
    'I10',
    'visit.already_scheduled, visit.not_after_last',
    async (s) => {
      await s.propose({ date: '2027-01-21' });
      await s.propose({ date: '2027-01-20' });
    },
  ],
  [
    'I10',
    'visit.not_after_last',
    async (s, step) => {
      await s.done();
      await step(
        'lead',
        'recordLateVisit',
        {},
        { ...s.plan({ date: '2027-01-19' }), reason: 'One day before' },
      );
    },
  ],
  [
    'I12',
    'family.visit_scheduled',
    async (s) => {
      await s.scheduled();
      await s.answerOfFamily(world.households[0]?.familyId ?? '', 'declined');
    },
  ],
  [
    'I12',
    'family.do_not_contact',
    async (s, step) => {
      const [first] = world.households;
      if (first === undefined) throw new Error('a story has households');
      await step(first, 'stopContact', {}, {});
      await s.answerOfFamily(first.familyId, 'accepted');
    },
  ],
  ['I16', 'cancel what took place', async (s) => s.cancel(await s.done())],
  [
    'I17',
    'change what was cancelled',
    async (s, step) => {
      const { visitId, rev } = await s.cancel(await s.scheduled());
      const { familyId: _, studentIds: __, ...plan } = s.plan();
      await step('lead', 'changeVisit', { visitId }, { ...plan, rev });
    },
  ],
  ['I18', 'forget a reflection', (s) => s.done()],
  ['I19', 'due a day late', (s) => s.done()],
  [
    'I20',
    'tell the words',
    async (s, step) => {
      const { visitId, reflections } = await s.done();
      const own = reflections.find(({ personId }) => personId === people.lead.personId);
      const words = { answers: [{ shift: 'assumptions', text: secretWords }], apply: secretWords };
      const params = { visitId, studentId: own?.studentId ?? '' };
      await step('lead', 'writeReflection', params, { words, together: false, rev: own?.rev });
    },
  ],
];

/** Tells one attempt to its end, whether or not its steps are refused, and says what was wrong on the way. */
async function wrongIn(attempt: (typeof attempts)[number][2]): Promise<string[]> {
  await world.newStory('everybody takes part');
  let seen = await world.snapshot();
  const wrong: string[] = [];
  const step: Step = async (as, route, params, body) => {
    const answer = await world.call(route, as, params, body);
    const after = await world.snapshot();
    wrong.push(...violations(seen, after, policy));
    seen = after;
    return answer.body;
  };
  await attempt(scene(step), step);
  return wrong;
}

test.each(attempts)(
  '%s is guarded: without "%s" it is broken, and seen to be',
  async (invariant, rule, attempt) => {
    expect(await wrongIn(attempt), 'as the program is').toEqual([]);
    for (const one of rule.split(', ')) broken.add(one);
    try {
      expect((await wrongIn(attempt)).join('; '), 'without the rule').toContain(`${invariant} `);
    } finally {
      broken.clear();
    }
  },
);
