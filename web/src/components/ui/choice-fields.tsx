import './fields.css';
import { type ReactNode, useId } from 'react';

export interface Choice<T extends string> {
  value: T;
  label: string;
  detail?: string | undefined;
  disabled?: boolean;
}

interface ChoicesProps<T extends string> {
  label: string;
  help?: string | undefined;
  error?: string | null | undefined;
  choices: readonly Choice<T>[];
  /** Short labels side by side where there is room; `wide` for names and for labels with a detail. */
  columns?: boolean | 'wide';
}

function Choices({
  label,
  help,
  error,
  columns,
  children,
}: Omit<ChoicesProps<string>, 'choices'> & { children: ReactNode }) {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error ? `${id}-error` : ''].join(' ').trim();
  return (
    <fieldset
      className="pl-choices"
      aria-describedby={described === '' ? undefined : described}
      tabIndex={-1}
    >
      <legend>{label}</legend>
      {help !== undefined && (
        <p id={`${id}-help`} className="pl-choices-help">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="pl-choices-error">
          {error}
        </p>
      )}
      <div className={`pl-choices-list${columnClass(columns)}`}>{children}</div>
    </fieldset>
  );
}

function columnClass(columns: boolean | 'wide' | undefined): string {
  if (columns === 'wide') return ' pl-choices-list-columns-wide';
  return columns === true ? ' pl-choices-list-columns' : '';
}

function ChoiceText({ label, detail }: { label: string; detail?: string | undefined }) {
  return (
    <span className="pl-choice-text">
      <span>{label}</span>
      {detail !== undefined && <small>{detail}</small>}
    </span>
  );
}

/** One of a few: every choice is on the page, and the whole tile can be pressed. */
export function RadioField<T extends string>({
  choices,
  value,
  onChange,
  ...rest
}: ChoicesProps<T> & { value: T | null; onChange: (value: T) => void }) {
  const name = useId();
  return (
    <Choices {...rest}>
      {choices.map((choice) => (
        <label key={choice.value} className="pl-choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          <ChoiceText {...choice} />
        </label>
      ))}
    </Choices>
  );
}

/** Any of a few. */
export function CheckboxesField<T extends string>({
  choices,
  value,
  onChange,
  ...rest
}: ChoicesProps<T> & { value: readonly T[]; onChange: (value: T[]) => void }) {
  return (
    <Choices {...rest}>
      {choices.map((choice) => (
        <label key={choice.value} className="pl-choice">
          <input
            type="checkbox"
            value={choice.value}
            checked={value.includes(choice.value)}
            disabled={choice.disabled}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...value, choice.value]
                  : value.filter((one) => one !== choice.value),
              )
            }
          />
          <ChoiceText {...choice} />
        </label>
      ))}
    </Choices>
  );
}

/** A single yes or no. */
export function CheckboxField({
  label,
  detail,
  value,
  onChange,
}: {
  label: string;
  detail?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label className="pl-choice">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <ChoiceText label={label} detail={detail} />
    </label>
  );
}
