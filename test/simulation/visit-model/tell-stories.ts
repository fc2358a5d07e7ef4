import fc from 'fast-check';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { tookPlace } from '#shared/domain/visit/states.ts';
import type { Story } from './choices.ts';
import { anyStory } from './story.ts';
import type { World } from './world.ts';

export interface Told {
  /** How often each command was carried out, and refused. */
  readonly tally: Story['tally'];
  /** Stories in which a visit took place, and in which one was closed. */
  visited: number;
  closed: number;
}

/** Tells so many random stories; fails with the first story after which something is wrong. */
export async function tellStories(
  world: World,
  policy: PolicySettings,
  { stories, seed }: { readonly stories: number; readonly seed: number },
): Promise<Told> {
  const told: Told = { tally: new Map(), visited: 0, closed: 0 };
  await fc.assert(
    fc.asyncProperty(anyStory(policy), async (commands) => {
      await world.newStory();
      const story: Story = { seen: await world.snapshot(), tally: told.tally };
      await fc.asyncModelRun(() => ({ model: story, real: world }), commands);
      const statuses = story.seen.visits.map(({ status }) => status);
      told.visited += statuses.some(tookPlace) ? 1 : 0;
      told.closed += statuses.includes('closed') ? 1 : 0;
    }),
    // A story is told in full rather than shortened: shortening it would take hundreds of runs.
    { numRuns: stories, seed, endOnFailure: true },
  );
  return told;
}
