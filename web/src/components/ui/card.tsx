import './card.css';
import { IconChevronRight } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

/** A sheet of paper. `lit` is the one card of a page with the next step on it. */
export function Card({ lit, children }: { lit?: boolean; children: ReactNode }) {
  return <div className={lit === true ? 'pl-card pl-card-lit' : 'pl-card'}>{children}</div>;
}

/** Cards below each other as a list, so that a screen reader counts them. */
export function CardList({ children }: { children: ReactNode }) {
  return <ul className="pl-card-list">{children}</ul>;
}

interface RowProps {
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
}

function RowAnchor({ title, detail, aside, ...rest }: RowProps & Omit<ComponentProps<'a'>, 'title'>) {
  return (
    <a {...rest} className="pl-row pl-row-link">
      <RowBody title={title} detail={detail} aside={aside} />
      <IconChevronRight className="pl-row-chevron" size={20} aria-hidden />
    </a>
  );
}

function RowBody({ title, detail, aside }: RowProps) {
  return (
    <span className="pl-row-body">
      <span className="pl-row-text">
        <span className="pl-row-title">{title}</span>
        {detail !== undefined && <span className="pl-row-detail">{detail}</span>}
      </span>
      {aside !== undefined && <span className="pl-row-aside">{aside}</span>}
    </span>
  );
}

/** A row of a card that leads somewhere: the whole row is the link. */
export const RowLink = createLink(RowAnchor);

/** A row of a card that only tells. */
export function Row(props: RowProps) {
  return (
    <div className="pl-row">
      <RowBody {...props} />
    </div>
  );
}

/** Rows with hairlines between them, inside one card. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul className="pl-card pl-rows">{children}</ul>;
}
