import { useLocation } from '@tanstack/react-router';

/** What a page before this one did, to be said once on arrival: a key of the arriving page's words. */
export type Said =
  | 'proposed'
  | 'changed'
  | 'late'
  | 'decided'
  | 'logged'
  | 'cancelled'
  | 'reflected'
  | 'lookedBack'
  | 'hopesWritten'
  | 'saidNo';

declare module '@tanstack/react-router' {
  interface HistoryState {
    said?: Said;
  }
}

export function useSaid(): Said | undefined {
  return useLocation().state.said;
}
