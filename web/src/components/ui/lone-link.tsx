import './lone-link.css';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

function Anchor(props: ComponentProps<'a'>) {
  return <a {...props} className="pl-lone-link" />;
}

/** A link that stands alone, in a cell or beside a name: as tall as a thumb, without pushing the lines apart. */
export const LoneLink = createLink(Anchor);
