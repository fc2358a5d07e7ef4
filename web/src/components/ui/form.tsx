import './fields.css';
import { type ReactNode, useEffect, useRef } from 'react';

interface FormProps {
  onSubmit: () => void;
  /** Errors by field; when they change, the first field that has one takes the focus. */
  errors?: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** A form that says in words what to mend, and takes the reader there. */
export function Form({ onSubmit, errors, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (errors === undefined || Object.keys(errors).length === 0) return;
    form.current
      ?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(.pl-choices-error) input')
      ?.focus();
  }, [errors]);
  return (
    <form
      ref={form}
      className="pl-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Short fields beside each other where there is room. */
export function SideBySide({ children }: { children: ReactNode }) {
  return <div className="pl-side-by-side">{children}</div>;
}
