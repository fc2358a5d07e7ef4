import './fields.css';
import { NativeSelect } from '@mantine/core';
import type { Ref } from 'react';
import type { FieldProps } from './text-field.tsx';

interface SelectFieldProps<T extends string> extends Omit<FieldProps<T | ''>, 'ref'> {
  /** What is disabled is shown and cannot be chosen. */
  options: readonly { value: T; label: string; disabled?: boolean }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
  ref?: Ref<HTMLSelectElement>;
}

/** One of many, with the device's own list. For up to five choices RadioField is kinder. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { help, error, optional, onChange, options, placeholder, ...rest } = props;
  return (
    <NativeSelect
      className="pl-field"
      {...rest}
      data={[...(placeholder === undefined ? [] : [{ value: '', label: placeholder }]), ...options]}
      description={help}
      error={error}
      required={optional !== true}
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value as T | '')}
    />
  );
}
