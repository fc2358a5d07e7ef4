import { type FieldProps, TextField } from './text-field.tsx';

interface DateFieldProps extends FieldProps<string> {
  /** The first and last day that can be chosen, `2026-11-22`. */
  min?: string | undefined;
  max?: string | undefined;
}

/** A calendar day, `2026-11-22`, chosen with the device's own calendar. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}

/** A wall-clock time, `16:30`, chosen with the device's own clock. */
export function TimeField(props: FieldProps<string>) {
  return <TextField {...props} type="time" />;
}
