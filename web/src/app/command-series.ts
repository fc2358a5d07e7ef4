import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer, type Args, RequestRefused } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import { type CommandId, problemOf, useClient } from './api.tsx';

export interface Step<Id extends CommandId> {
  /** What this step is about, unique in the series. */
  readonly key: string;
  readonly args: Args<Id>;
}

export interface SeriesState {
  readonly running: boolean;
  readonly total: number;
  /** Keys of the steps that were done. */
  readonly done: readonly string[];
  /** Steps that the server refused, each with its reason; the others went on. */
  readonly refused: ReadonlyMap<string, Problem>;
  /** Why the series ended before its last step: no connection, signed out, a fault on our side. */
  readonly stopped: Problem | null;
}

const nothingYet: SeriesState = { running: false, total: 0, done: [], refused: new Map(), stopped: null };

/** A refusal is about one step. Silence, a sign-in that ended or too much at once would meet the next one too. */
function endsSeries(error: unknown): boolean {
  return (
    !(error instanceof RequestRefused) ||
    error.problem.status >= 500 ||
    [401, 429].includes(error.problem.status)
  );
}

/**
 * The same command for several things, one after the other. Each step keeps its Idempotency-Key until it was
 * answered, so that a series that stopped can be sent again. Everything on screen is read again once, at the end.
 */
export function useCommandSeries<Id extends CommandId>(id: Id) {
  const client = useClient();
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [state, setState] = useState(nothingYet);

  const run = async (
    steps: readonly Step<Id>[],
    onAnswer?: (answer: Answer<Id>) => void,
  ): Promise<SeriesState> => {
    let now: SeriesState = { ...nothingYet, running: true, total: steps.length };
    setState(now);
    for (const step of steps) {
      const key = keys.current.get(step.key) ?? crypto.randomUUID();
      keys.current.set(step.key, key);
      try {
        // Apart: what stands inside an optional call is not even asked for when nobody listens.
        const answer = await client(id, step.args, key);
        onAnswer?.(answer);
        now = { ...now, done: [...now.done, step.key] };
      } catch (error) {
        const problem = problemOf(error instanceof Error ? error : new Error(String(error)));
        if (endsSeries(error)) {
          now = { ...now, stopped: problem };
          break;
        }
        now = { ...now, refused: new Map(now.refused).set(step.key, problem) };
      }
      keys.current.delete(step.key);
      setState(now);
    }
    await queries.invalidateQueries();
    now = { ...now, running: false };
    setState(now);
    return now;
  };
  return { ...state, run, reset: () => setState(nothingYet) };
}
