import './quote.css';
import type { ReactNode } from 'react';

/** Words that somebody wrote, set apart from the words of the page. */
export function Quote({ children, by }: { children: ReactNode; by?: ReactNode }) {
  return (
    <figure className="pl-quote">
      <blockquote>{children}</blockquote>
      {by !== undefined && <figcaption>{by}</figcaption>}
    </figure>
  );
}
