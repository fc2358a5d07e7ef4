import './notice.css';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icons = { info: IconInfoCircle, good: IconCircleCheck, bad: IconAlertCircle };

/** A few words that stand on the page and stay. It announces nothing by itself: see StatusLine and ProblemAlert. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'good' | 'bad'; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`pl-notice pl-notice-${tone}`}>
      <Icon size={22} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
