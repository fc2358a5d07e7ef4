import { type HistoryState, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** What a page before this one did, to be said once on arrival: a key of the arriving page's words. */
export type Said =
  | 'proposed'
  | 'changed'
  | 'late'
  | 'decided'
  | 'logged'
  | 'cancelled'
  | 'notHeld'
  | 'reflected'
  | 'lookedBack'
  | 'hopesWritten'
  | 'saidNo';

declare module '@tanstack/react-router' {
  interface HistoryState {
    said?: Said;
  }
}

/**
 * What the page before this one left to be said here. It belongs to one arrival: loaded again, or reached by going
 * back, the page says nothing of it, for meanwhile it may be untrue.
 */
export function useArrival(): HistoryState {
  const { state } = useLocation();
  useEffect(() => {
    const routers = Object.entries(state).filter(([name]) => name === 'key' || name.startsWith('__TSR_'));
    // Past the router, which listens to its own `replaceState`: until the page is left, it stays said.
    History.prototype.replaceState.call(window.history, Object.fromEntries(routers), '');
  }, [state]);
  return state;
}

export function useSaid(): Said | undefined {
  return useArrival().said;
}
