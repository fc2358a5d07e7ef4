import './side-actions.css';
import type { ReactNode } from 'react';

/** Several small actions beside each other, also on a phone: more of something, or what can be done with one line. */
export function SideActions({ children }: { children: ReactNode }) {
  return <div className="pl-side-actions">{children}</div>;
}
