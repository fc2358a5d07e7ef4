import './fields.css';
import { type Ref, useId } from 'react';

interface FileFieldProps {
  label: string;
  help?: string;
  error?: string | null | undefined;
  /** Such as `.zip,.csv`. */
  accept: string;
  onChange: (file: File | null) => void;
  ref?: Ref<HTMLInputElement>;
}

/** One file, picked or dropped on the field. */
export function FileField({ label, help, error, accept, onChange, ref }: FileFieldProps) {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error ? `${id}-error` : ''].join(' ').trim();
  return (
    <div className="pl-field pl-file">
      <label className="mantine-InputWrapper-label" htmlFor={id}>
        {label}
      </label>
      {help !== undefined && (
        <p id={`${id}-help`} className="mantine-InputWrapper-description">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mantine-InputWrapper-error">
          {error}
        </p>
      )}
      <input
        ref={ref}
        id={id}
        type="file"
        accept={accept}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}
