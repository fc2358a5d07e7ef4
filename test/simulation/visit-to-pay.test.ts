import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AppError } from '#functions/app/errors.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { addMinutes } from '#shared/domain/time/zoned.ts';
import { policyWith } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { filesInMemory } from '#test/support/pay-steps.ts';
import { openScene } from '#test/support/school-scene.ts';
import { accept, schedule } from '#test/support/visit-steps.ts';
import { anyMove, type Kind, kindOf, type Move, make } from './moves.ts';
import { expectInvariants, expectLedger } from './stored-invariants.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

class Died extends Error {}

/** For one move, the function dies at its first transaction: before it is committed, or with the answer lost. */
function dying(when: Move['dies']) {
  if (when === 'no') return null;
  const send = engine.client.send.bind(engine.client);
  let died = false;
  return vi.spyOn(engine.client, 'send').mockImplementation((async (command: never) => {
    if (died || !((command as object) instanceof TransactWriteCommand)) return send(command);
    died = true;
    if (when === 'after') await send(command);
    throw new Died();
  }) as typeof engine.client.send);
}

/** A refusal or an error a person is told is part of life; anything else is a fault of ours. */
function expectForeseen(error: unknown): void {
  if (error instanceof Refusal || error instanceof AppError || error instanceof Died) return;
  throw error;
}

test('whatever people try in whatever order, with crashes and repeats, the invariants hold', async () => {
  const policy = policyWith(undefined, { reflectionBeforePay: true });
  const happened = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 35, maxLength: 50 }), async (moves) => {
      const scene = await openScene(engine, policy);
      const files = filesInMemory();
      await accept(scene);
      let now = '2027-01-19T15:00:00.000Z';
      await schedule(scene, { date: '2027-01-20' }, now);
      for (const [index, move] of moves.entries()) {
        now = addMinutes(now, move.hours * 60 + 1);
        const items = await scene.items();
        const what = kindOf(move, items);
        // Whoever got no answer tries once more with the same key.
        for (const dies of move.dies === 'no' ? (['no'] as const) : ([move.dies, 'no'] as const)) {
          const fault = dying(dies);
          try {
            await make(what, move, scene, items, now, `move-${index}-key`, files);
            happened.set(what, (happened.get(what) ?? 0) + 1);
          } catch (error) {
            expectForeseen(error);
          } finally {
            fault?.mockRestore();
          }
        }
        expectInvariants(await scene.items(), policy);
      }
      // Whatever a crash left open in the last closing, the next one ends.
      const calm: Move = {
        kind: 0,
        wild: false,
        who: 'lead',
        pick: 0,
        other: 0,
        hours: 0,
        dies: 'no',
        stale: false,
      };
      await make('close', calm, scene, await scene.items(), now, 'last-close-key', files).catch(
        expectForeseen,
      );
      expectLedger(await scene.items());
    }),
    { numRuns: 8, seed: 20_261_101, endOnFailure: true },
  );
  // The run went everywhere: no kind of move was only ever refused.
  const wanted: Kind[] = [
    'answer',
    'propose',
    'respond',
    'complete',
    'cancel',
    'reflect',
    'submit',
    'approve',
    'return',
    'close',
  ];
  expect(wanted.filter((what) => !happened.has(what))).toEqual([]);
}, 240_000);
