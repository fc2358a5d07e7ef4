import { useLocation } from '@tanstack/react-router';

/** What a page before this one did, to be said once on arrival: a key of the arriving page's words. */
export type Said = 'scheduled' | 'logged' | 'cancelled' | 'reflected';

declare module '@tanstack/react-router' {
  interface HistoryState {
    said?: Said;
  }
}

export function useSaid(): Said | undefined {
  return useLocation().state.said;
}
