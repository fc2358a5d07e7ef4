import fc from 'fast-check';
import { expect } from 'vitest';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { type Choice, of, type Story } from './choices.ts';
import { familyCommands } from './family-commands.ts';
import { violations } from './invariants.ts';
import type { Snapshot } from './snapshot.ts';
import { staffCommands } from './staff-commands.ts';
import type { Name, World } from './world.ts';

/** Everything that anybody of the story may try. */
export const kinds = { ...staffCommands, ...familyCommands };

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
    const done = status === 200 || status === 303;
    const tally = story.tally.get(this.name) ?? { done: 0, refused: 0 };
    tally[done ? 'done' : 'refused'] += 1;
    story.tally.set(this.name, tally);
    expect([200, 303, 400, 403, 404, 409, 422], `${this.name}: ${JSON.stringify(body)}`).toContain(status);
    const after = await world.snapshot();
    const wrong = violations(story.seen, after, this.policy);
    expect(wrong.join('; '), this.toString()).toBe('');
    if (!done) expect(stateOf(after), 'a refusal changes nothing').toEqual(stateOf(story.seen));
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
    ...times(1, 'familySaysYes', true),
    ...times(1, 'familyCancels', any('proposed') || any('scheduled')),
    ...times(1, 'familyWantsAnotherTime', any('proposed') || any('scheduled')),
    ...times(2, 'familySaysHowItWas', any('completed') || any('closed')),
    ...times(
      1,
      'familyAllowsContact',
      seen.standings.some(({ doNotContact }) => doNotContact),
    ),
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
