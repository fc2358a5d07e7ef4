import './fields.css';
import { type Ref, useId } from 'react';

interface FilesFieldProps {
  label: string;
  help?: string;
  error?: string | null | undefined;
  /** Such as `.zip,.csv`. */
  accept: string;
  onChange: (files: File[]) => void;
  ref?: Ref<HTMLInputElement>;
}

/** One or more files, picked or dropped on the field. */
export function FilesField({ label, help, error, accept, onChange, ref }: FilesFieldProps) {
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
        multiple
        accept={accept}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange([...(event.currentTarget.files ?? [])])}
      />
    </div>
  );
}
