import './button.css';
import { UnstyledButton } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from './spinner.tsx';

/**
 * `primary` is the amber light: the one next step of a screen, used once. `secondary` is everything else worth
 * a frame, `quiet` is the way out, `danger` takes something away.
 */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  look?: ButtonLook;
  icon?: ReactNode;
  wide?: boolean;
}

const classes = (look: ButtonLook, wide: boolean | undefined) =>
  `pl-button pl-button-${look}${wide === true ? ' pl-button-wide' : ''}`;

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'className' | 'style'> & { pending?: boolean };

/** A button whose label wraps. While `pending` it stays focusable and ignores presses. */
export function Button({ look = 'secondary', icon, wide, pending, children, onClick, ...rest }: ButtonProps) {
  return (
    <UnstyledButton
      className={classes(look, wide)}
      type="button"
      aria-disabled={pending === true ? true : undefined}
      onClick={(event) => {
        if (pending === true) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {pending === true ? <Spinner /> : icon}
      <span>{children}</span>
    </UnstyledButton>
  );
}

function Anchor({ look = 'secondary', icon, wide, children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={classes(look, wide)}>
      {icon}
      <span>{children}</span>
    </a>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export const ButtonLink = createLink(Anchor);
