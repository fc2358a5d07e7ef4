import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { UseCase } from '#functions/app/use-case.ts';
import type * as Owed from '#shared/domain/reflection/owed.ts';
import type * as Refusals from '#shared/domain/refusal.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import type * as Proposing from '#shared/domain/visit/propose.ts';
import type * as States from '#shared/domain/visit/states.ts';
import { policyWith } from '#test/support/district.ts';
import { type Attempt, attempts } from './visit-model/attempts.ts';
import { violations } from './visit-model/invariants.ts';
import { type Step, scene } from './visit-model/scene.ts';
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

/** Tells one attempt to its end, whether or not its steps are refused, and says what was wrong on the way. */
async function wrongIn(attempt: Attempt): Promise<string[]> {
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
  await attempt(scene(world, step), step);
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
