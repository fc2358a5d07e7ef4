import './written.css';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../app/offline/changes.ts';
import { useMe } from '../../app/session.tsx';
import { useDates } from '../../i18n/dates.ts';

/** What the person wrote and when, in their own words. Needs the words of `waiting`. */
export function Written({ change }: { change: Change }) {
  const { t } = useTranslation('waiting');
  const { district } = useMe();
  const dates = useDates();
  return (
    <div className="pl-written">
      <h3>{change.about.title}</h3>
      {change.about.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="pl-hint">
        {t('writtenAt', {
          day: dates.dayOf(change.writtenAt, district.timeZone),
          time: dates.timeOf(change.writtenAt, district.timeZone),
        })}
      </p>
    </div>
  );
}
