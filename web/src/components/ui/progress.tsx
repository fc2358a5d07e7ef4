import './progress.css';
import { useId } from 'react';

/** How far something is, with words. Without `part` (0 to 1) nobody knows how long it takes. */
export function Progress({ label, part }: { label: string; part?: number | undefined }) {
  const id = useId();
  return (
    <div className="pl-progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={1} {...(part === undefined ? {} : { value: part })} />
    </div>
  );
}
