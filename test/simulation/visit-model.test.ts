import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyWith } from '#test/support/district.ts';
import { kinds } from './visit-model/story.ts';
import { tellStories } from './visit-model/tell-stories.ts';
import { openWorld, type World } from './visit-model/world.ts';

/** `STORIES=100 SEED=1 npm test -- test/simulation/visit-model` tells more of them, and others. */
const stories = Number(process.env['STORIES'] ?? 80);
const seed = Number(process.env['SEED'] ?? 20_260_922);
const policy = policyWith(undefined, { reflectionBeforePay: true });

let world: World;
beforeAll(async () => {
  world = await openWorld(policy);
});
afterAll(() => world.stop());

test(`${stories} stories of several people at once: I6 to I20 hold after every step`, async () => {
  const { tally, visited, closed } = await tellStories(world, policy, { stories, seed });
  // A run in which everything is refused shows nothing: nearly each command was carried out, and many a visit was.
  const neverDone = Object.keys(kinds).filter((kind) => (tally.get(kind)?.done ?? 0) === 0);
  expect(neverDone.length, neverDone.join(', ')).toBeLessThan(stories < 60 ? 4 : 1);
  expect(visited / stories, 'stories with a visit that took place').toBeGreaterThan(0.2);
  expect(closed, 'stories in which a visit was closed').toBeGreaterThan(0);
}, 7_200_000);
