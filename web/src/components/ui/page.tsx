import './page.css';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  /** The heading, and the document's title. */
  title: string;
  /** A short line above the heading: a date, a school. */
  eyebrow?: ReactNode;
  /** One sentence under the heading that says what matters here. */
  lead?: ReactNode;
  /** A `BackLink` to the page above. */
  back?: ReactNode;
  /** Wider than text: for tables. */
  wide?: boolean;
  children: ReactNode;
}

let firstPage = true;

/** The frame of every page: one heading, which takes the focus when a person arrives from another page. */
export function Page({ title, eyebrow, lead, back, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page even in the same frame
  useEffect(() => {
    if (firstPage) firstPage = false;
    else heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <title>{`${title} · Porchlight`}</title>
      <header className="pl-page-head">
        <div className={wide === true ? 'pl-measure pl-measure-wide' : 'pl-measure'}>
          {back}
          {eyebrow !== undefined && <p className="pl-eyebrow">{eyebrow}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="pl-lead">{lead}</p>}
        </div>
      </header>
      <div className={wide === true ? 'pl-measure pl-measure-wide pl-page-body' : 'pl-measure pl-page-body'}>
        {children}
      </div>
    </>
  );
}
