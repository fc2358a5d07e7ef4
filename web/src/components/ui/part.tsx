import './part.css';
import type { ReactNode } from 'react';

/** A part of a card under a small heading of its own, such as one child of several. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="pl-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
