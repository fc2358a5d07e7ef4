import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyWith } from '#test/support/district.ts';
import { anyStory, kinds, type Story, whatEnded } from './visit-model/commands.ts';
import { openWorld, type World } from './visit-model/world.ts';

/** Set STORIES to run more of them, and SEED to see one run again. */
const stories = Number(process.env['STORIES'] ?? 300);
const seed = Number(process.env['SEED'] ?? 20_260_922);
const policy = policyWith(undefined, { reflectionBeforePay: true });

let world: World;
beforeAll(async () => {
  world = await openWorld(policy);
});
afterAll(() => world.stop());

test(`${stories} stories of several people at once: I6 to I20 hold after every step`, async () => {
  const tally: Story['tally'] = new Map();
  const ends = { visited: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(anyStory(policy), async (commands) => {
      await world.newStory();
      let story: Story | undefined;
      await fc.asyncModelRun(async () => {
        story = { seen: await world.snapshot(), tally };
        return { model: story, real: world };
      }, commands);
      const ended = story === undefined ? { visited: false, closed: false } : whatEnded(story);
      ends.visited += ended.visited ? 1 : 0;
      ends.closed += ended.closed ? 1 : 0;
    }),
    { numRuns: stories, seed, endOnFailure: true },
  );
  process.stdout.write(`${JSON.stringify({ stories, ...ends, tally: Object.fromEntries(tally) })}\n`);
  // A run in which everything is refused shows nothing: each command was carried out, and each refused.
  expect(Object.keys(kinds).filter((kind) => (tally.get(kind)?.done ?? 0) === 0)).toEqual([]);
  expect(ends.visited / stories, 'stories with a visit that took place').toBeGreaterThan(0.3);
  expect(ends.closed, 'stories in which a visit was closed').toBeGreaterThan(0);
}, 3_600_000);
