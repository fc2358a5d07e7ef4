import type { ReactNode } from 'react';
import { useChangeOf } from '../../app/offline/offline-context.ts';
import { WaitingNote } from './waiting-note.tsx';

/** What waits on this phone about a subject, in place of asking for it again. */
export function OnPhoneOr({ subject, children }: { subject: string; children: ReactNode }) {
  const change = useChangeOf(subject);
  return change === undefined ? children : <WaitingNote change={change} />;
}
