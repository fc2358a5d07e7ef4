import './alone.css';
import type { ReactNode } from 'react';
import { Lamp } from '../shell/brand.tsx';

/** A page outside the frame: the lamp, one heading, one thing to do. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="pl-door" tabIndex={-1}>
      <title>{`${title} · Porchlight`}</title>
      <div className="pl-door-inside">
        <div className="pl-door-lamp">
          <Lamp />
        </div>
        <p className="pl-brand">Porchlight</p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
