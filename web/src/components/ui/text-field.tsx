import './fields.css';
import { TextInput } from '@mantine/core';
import type { Ref } from 'react';

export interface FieldProps<T> {
  label: string;
  /** What to write, before it is written. */
  help?: string | undefined;
  /** What to mend. */
  error?: string | null | undefined;
  value: T;
  onChange: (value: T) => void;
  optional?: boolean;
  ref?: Ref<HTMLInputElement>;
}

interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  maxLength?: number;
  autoComplete?: string;
  min?: string | undefined;
  max?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal';
}

/** One line of text, with its label above and the error in words. */
export function TextField({
  help,
  error,
  optional,
  onChange,
  autoComplete = 'off',
  ...rest
}: TextFieldProps) {
  return (
    <TextInput
      className="pl-field"
      {...rest}
      autoComplete={autoComplete}
      description={help}
      error={error}
      required={optional !== true}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
