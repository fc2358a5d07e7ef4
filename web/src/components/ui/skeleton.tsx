import './skeleton.css';
import { useTranslation } from 'react-i18next';

/** Grey lines while something is read. The words are for screen readers. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="pl-skeleton" role="status">
      <span className="pl-visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={line} className="pl-skeleton-line" />
      ))}
    </div>
  );
}
