import './week.css';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTimes } from '#shared/domain/time/free-times.ts';
import { useDates } from '../../i18n/dates.ts';
import { isFree, partsOfDay, weekdays, withoutPart, withPart } from './week.ts';

interface WeekTableProps {
  times: FreeTimes;
  onChange: (times: FreeTimes) => void;
}

/** A week to tick with a thumb: seven days, three parts each. */
export function WeekTable({ times, onChange }: WeekTableProps) {
  const { t } = useTranslation('part');
  const dates = useDates();
  const hint = useId();
  return (
    <fieldset className="pl-choices" aria-describedby={hint}>
      <legend>{t('times.week')}</legend>
      <p id={hint} className="pl-choices-help">
        {t('times.weekHint')}
      </p>
      <table className="pl-week">
        <thead>
          <tr>
            <th scope="col">{t('times.day')}</th>
            {partsOfDay.map(({ name, from, until }) => (
              <th key={name} scope="col">
                {t(`times.${name}`)}
                <small>{`${Number(from.slice(0, 2)) % 12 || 12}–${Number(until.slice(0, 2)) % 12 || 12}`}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" abbr={dates.weekday(weekday)}>
                {dates.weekday(weekday, 'short')}
                {times
                  .filter((time) => time.weekday === weekday && time.from !== '' && time.until !== '')
                  .map(({ from, until }) => (
                    <small key={from}>{`${dates.time(from)} – ${dates.time(until)}`}</small>
                  ))}
              </th>
              {partsOfDay.map((part) => (
                <td key={part.name}>
                  <label className="pl-check">
                    <input
                      type="checkbox"
                      aria-label={t('times.box', {
                        day: dates.weekday(weekday),
                        part: t(`times.${part.name}`),
                        from: dates.time(part.from),
                        until: dates.time(part.until),
                      })}
                      checked={isFree(times, weekday, part)}
                      onChange={(event) =>
                        onChange((event.currentTarget.checked ? withPart : withoutPart)(times, weekday, part))
                      }
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
