import type { ReactNode } from 'react';

/** A row of buttons that stacks on a phone. The next step comes first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="pl-actions">{children}</div>;
}
