import './figures.css';

export interface Figure {
  name: string;
  value: string;
  /** What the number counts, in a few words. */
  detail?: string | undefined;
}

/** A few numbers that say how things stand. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="pl-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>{figure.value}</dd>
          {figure.detail !== undefined && <dd className="pl-figure-detail">{figure.detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
