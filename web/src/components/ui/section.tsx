import './section.css';
import { type ReactNode, useId } from 'react';

/** A part of a page under its own heading. `hint` is one plain sentence under the heading. */
export function Section({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="pl-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className="pl-hint">{hint}</p>}
      {children}
    </section>
  );
}
