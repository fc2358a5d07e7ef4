import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  process.env['PORCHLIGHT_TEST_HOST_ONLY'] = 'secret of the machine';
  fixture = await startFixture();
});
afterAll(() => fixture.stop());

interface Seen {
  readonly call: number;
  readonly begun: number;
  readonly ended: number;
  readonly now: string;
  readonly colour: string;
  readonly other: string;
  readonly key: string;
  readonly remaining: number;
  readonly [name: string]: unknown;
}

const run = async (name: string, event: Record<string, unknown> = {}): Promise<Seen> =>
  (await fixture.host.invoke(name, event)) as Seen;

describe('a function', () => {
  it('sees its own environment and nothing of the machine or of its neighbour', async () => {
    const [one, other] = [await run('Instance'), await run('Neighbour')];
    expect([one.colour, one.other]).toEqual(['red', '']);
    expect([other.colour, other.other]).toEqual(['', 'blue']);
    expect(one['environmentOfTheHost']).toBe('');
  });

  it('has keys of its own, so that an AWS call says who makes it', async () => {
    const [one, other] = [await run('Instance'), await run('Neighbour')];
    expect(one.key).toMatch(/^AKIA\w{16}$/);
    expect(one.key).not.toBe(other.key);
  });

  it('stays warm between calls and knows how much time is left', async () => {
    const first = await run('Neighbour');
    const second = await run('Neighbour');
    expect(second.call).toBe(first.call + 1);
    expect(second.remaining).toBeGreaterThan(0);
    expect(second.remaining).toBeLessThanOrEqual(10_000);
  });

  it('serves calls that come together in instances of their own, one call at a time each', async () => {
    await run('Instance');
    const results = await Promise.all([1, 2, 3].map(() => run('Instance', { together: 3 })));
    expect(new Set(results.map(({ call }) => call)).has(1)).toBe(true);
  });

  it('never runs more at once than the template reserves', async () => {
    const results = await Promise.all([1, 2, 3].map(() => run('Neighbour', { waitMs: 50 })));
    const sorted = results.toSorted((a, b) => a.begun - b.begun);
    expect(sorted.slice(1).every((each, index) => each.begun >= (sorted[index]?.ended ?? 0))).toBe(true);
  });

  it('that throws rejects with what it threw, and serves the next call in the same instance', async () => {
    const before = await run('Neighbour');
    await expect(run('Neighbour', { fail: 'throw' })).rejects.toThrow('Neighbour: TypeError: no');
    expect((await run('Neighbour')).call).toBe(before.call + 2);
  });

  it('that exits fails that call only; the next one finds a fresh instance', async () => {
    await run('Neighbour');
    await expect(run('Neighbour', { fail: 'exit' })).rejects.toThrow('Runtime.ExitError');
    expect((await run('Neighbour')).call).toBe(1);
  });

  it('that never ends is stopped at its time limit, even in a tight loop', async () => {
    await expect(run('Instance', { fail: 'spin' })).rejects.toThrow('Task timed out after 2.00 seconds');
    expect((await run('Instance')).colour).toBe('red');
  });

  it('that the stack does not have is refused by name', async () => {
    await expect(fixture.host.invoke('Nobody', {})).rejects.toThrow('The stack has no function Nobody.');
  });
});

describe('the clock of a function', () => {
  it('follows the time machine at once, in instances that are already warm', async () => {
    await run('Instance');
    const goal = fixture.host.clock.now() + 40 * 86_400_000;
    await fixture.host.clock.advanceTo(goal);
    const seen = await run('Instance');
    expect(Date.parse(seen.now)).toBeGreaterThanOrEqual(goal);
    expect(Date.parse(seen.now)).toBeLessThan(goal + 600_000);
    expect(seen['asText']).toBe(seen.now.slice(0, 4));
  });

  it('leaves dates with an explicit value as they are, and Date is still Date', async () => {
    const seen = await run('Instance');
    expect(seen['explicit']).toBe('1970-01-01T00:00:00.000Z');
    expect(seen['sameClass']).toBe(true);
  });

  it('never goes back', async () => {
    const past = fixture.host.clock.now() - 1000;
    await expect(fixture.host.clock.advanceTo(past)).rejects.toThrow('only goes forward');
  });
});
