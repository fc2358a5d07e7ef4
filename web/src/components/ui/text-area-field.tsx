import './fields.css';
import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import type { FieldProps } from './text-field.tsx';

interface TextAreaFieldProps extends Omit<FieldProps<string>, 'ref'> {
  rows?: number;
  maxLength: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextAreaField({ help, error, optional, onChange, rows = 4, ...rest }: TextAreaFieldProps) {
  return (
    <Textarea
      className="pl-field"
      {...rest}
      rows={rows}
      description={help}
      error={error}
      required={optional !== true}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
