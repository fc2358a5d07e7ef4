import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { UseCase } from '#functions/app/use-case.ts';
import type * as Owed from '#shared/domain/reflection/owed.ts';
import type * as Refusals from '#shared/domain/refusal.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import type * as Proposing from '#shared/domain/visit/propose.ts';
import type * as States from '#shared/domain/visit/states.ts';
import { policyWith } from '#test/support/district.ts';
import { tellStories } from './visit-model/tell-stories.ts';
import { openWorld, type World } from './visit-model/world.ts';

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
    const begin: typeof deps.table.begin = (event, subject) => {
      const work = deps.table.begin(event, subject);
      const commit = work.commit.bind(work);
      work.commit = (response) => commit(Object.assign({}, response, { words: request.body.words }));
      return work;
    };
    const table = Object.assign(Object.create(deps.table), { begin });
    return real.writeReflection({ ...deps, table }, context, request);
  };
  return { writeReflection };
});

const policy = policyWith(undefined, { reflectionBeforePay: true });
let world: World;
beforeAll(async () => {
  world = await openWorld(policy);
});
afterAll(() => world.stop());

test.each([
  ['CP1', 'visit.member_not_taking_part'],
  ['CP1', 'assign people'],
  ['CP1', 'visit.person_busy'],
  ['CP1', 'visit.family_busy'],
  ['I6', 'visit.too_few_present'],
  ['I7', 'visit.team_not_certified'],
  ['I8', 'visit.in_the_past'],
  ['I8', 'visit.not_started'],
  ['I8', 'visit.late_own'],
  ['I9', 'visit.school_grounds'],
  ['I10', 'visit.already_scheduled'],
  ['I10', 'visit.not_after_last'],
  ['I12', 'family.visit_scheduled'],
  ['I16', 'cancel what took place'],
  ['I17', 'change what was cancelled'],
  ['I18', 'forget a reflection'],
  ['I19', 'due a day late'],
  ['I20', 'tell the words'],
])(
  '%s is guarded: the stories notice a program without "%s"',
  async (invariant, rule) => {
    broken.add(rule);
    try {
      const wrong = await tellStories(world, policy, { stories: 60, seed: 7 }).then(
        () => 'nothing',
        (error: Error) => String(error.cause ?? error),
      );
      expect(wrong).toContain(`${invariant} `);
    } finally {
      broken.delete(rule);
    }
  },
  600_000,
);
