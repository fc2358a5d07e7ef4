import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Args } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import { problemOf } from '../api.tsx';
import type { About, NewChange, WaitingId } from './changes.ts';
import { useOutbox } from './offline-context.ts';

/** What may be told to the person: it is done, or it is safe on this phone and will be. */
export type Kept = 'sent' | 'waiting';

/**
 * Changes something, like `useCommand`, and loses it never: the change is on the phone before anything is said, and
 * goes out when there is a connection. A refusal that comes at once is shown here, as with `useCommand`; one that
 * comes later waits on the page “On this phone”.
 */
export function useKeptCommand<Id extends WaitingId>(
  id: Id,
  options: { onDone: (kept: Kept) => void | Promise<void> },
) {
  const outbox = useOutbox();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (args: Args<Id>, about: About): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await outbox.add({ id, args, about } as NewChange, async (outcome) => {
        if (outcome.what !== 'refused') return options.onDone(outcome.what);
        setProblem(outcome.problem);
        // Someone else was faster: what they did is shown, so that the person can decide anew.
        if (outcome.problem.code === 'CHANGED_MEANWHILE') void queries.invalidateQueries();
      });
    } catch (error) {
      setProblem(problemOf(error instanceof Error ? error : new Error(String(error))));
    } finally {
      setPending(false);
    }
  };
  return { send: (args: Args<Id>, about: About) => void send(args, about), pending, problem };
}
