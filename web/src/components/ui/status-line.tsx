import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';

/** Says quietly that something was done. Always on the page, so that a screen reader hears the words arrive. */
export function StatusLine({ children }: { children?: ReactNode }) {
  const said = children !== undefined && children !== null && children !== false && children !== '';
  return (
    <div className="pl-status" role="status">
      {said && <Notice tone="good">{children}</Notice>}
    </div>
  );
}
