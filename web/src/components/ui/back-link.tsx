import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

function Anchor({ children, ...rest }: ComponentProps<'a'>) {
  return (
    <a {...rest} className="pl-back">
      <IconArrowLeft size={18} aria-hidden />
      {children}
    </a>
  );
}

/** To the page above this one, by its name. */
export const BackLink = createLink(Anchor);
