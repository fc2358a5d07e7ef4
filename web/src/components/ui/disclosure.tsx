import './disclosure.css';
import type { ReactNode } from 'react';

/** More of something, opened by its own line. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="pl-disclosure" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
