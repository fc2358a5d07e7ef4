import { useState } from 'react';
import { type FieldProps, TextField } from './text-field.tsx';

interface NumberFieldProps extends FieldProps<number | null> {
  /** Digits after the point: 0 for counts and minutes, 2 for dollars and hours. */
  decimals?: number;
}

/** A number; null while the field holds none. Plain text with a number keyboard: no wheel, no stray arrows. */
export function NumberField({ decimals = 0, value, onChange, ...rest }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : value.toFixed(decimals));
  // The text is the person's own while it means the value; otherwise the value was set from outside.
  const shown = numberIn(text) === value ? text : value === null ? '' : value.toFixed(decimals);
  return (
    <TextField
      {...rest}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      value={shown}
      onChange={(typed) => {
        const kept = typed.replace(decimals === 0 ? /\D/g : /[^\d.]/g, '');
        setText(kept);
        onChange(numberIn(kept));
      }}
    />
  );
}

function numberIn(text: string): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}
