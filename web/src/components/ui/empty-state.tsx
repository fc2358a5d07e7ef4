import './empty-state.css';
import type { ReactNode } from 'react';

/** Nothing here: say why in a warm sentence, and what comes next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="pl-empty">
      <svg viewBox="0 0 96 72" width="96" height="72" aria-hidden="true" focusable="false">
        <circle className="pl-empty-glow" cx="48" cy="40" r="30" />
        <path className="pl-empty-line" d="M22 34 48 12l26 22" />
        <path className="pl-empty-lamp" d="M41 34h14l-2.5 20h-9z" />
        <path className="pl-empty-line" d="M38 60h20" />
      </svg>
      <p className="pl-empty-title">{title}</p>
      {children}
    </div>
  );
}
