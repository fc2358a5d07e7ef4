import './tag.css';
import type { ReactNode } from 'react';

export type TagTone = 'plain' | 'good' | 'waiting' | 'bad';

/** A word about a state. The word says it; the colour only helps. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`pl-tag pl-tag-${tone}`}>{children}</span>;
}
