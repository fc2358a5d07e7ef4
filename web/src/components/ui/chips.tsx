import './chips.css';
import { Children, type ReactNode, useId } from 'react';

interface ChipsProps {
  label: string;
  help?: string;
  error?: string | undefined;
  /** Said while there is none. */
  none: string;
  children: ReactNode;
}

/** Several chosen things, each of which can be taken out again. */
export function Chips({ label, help, error, none, children }: ChipsProps) {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`];
  return (
    <fieldset className="pl-choices" aria-describedby={described.join(' ').trim() || undefined}>
      <legend>{label}</legend>
      {help !== undefined && (
        <p id={`${id}-help`} className="pl-choices-help">
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="pl-choices-error">
          {error}
        </p>
      )}
      {Children.count(children) === 0 ? <p>{none}</p> : <ul className="pl-chips">{children}</ul>}
    </fieldset>
  );
}

interface ChipProps {
  icon: ReactNode;
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}

export function Chip({ icon, removeLabel, onRemove, children }: ChipProps) {
  return (
    <li className="pl-chip">
      <span>{children}</span>
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        {icon}
      </button>
    </li>
  );
}
