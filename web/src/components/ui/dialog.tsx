import './dialog.css';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  title: string;
  /** Escape was pressed: the page takes the dialog away. */
  onClose: () => void;
  children: ReactNode;
}

/**
 * Something to decide before going on, over the page. The browser's own: it keeps the focus inside and gives it back
 * to the button that opened it. It is open for as long as it is on the page.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="pl-dialog"
      aria-labelledby={id}
      onClose={() => {
        if (dialog.current?.open !== true) onClose();
      }}
    >
      <div className="pl-dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
