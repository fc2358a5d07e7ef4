import './link-button.css';
import type { ComponentProps } from 'react';

/** Opens something on this page, and looks like a link because it stands where a name stands. */
export function LinkButton(props: Omit<ComponentProps<'button'>, 'className' | 'style' | 'type'>) {
  return <button type="button" className="pl-link-button" {...props} />;
}
