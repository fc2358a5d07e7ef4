import { useTranslation } from 'react-i18next';
import type { FreeTime, FreeTimes } from '#shared/domain/time/free-times.ts';
import { Button } from '../../components/ui/button.tsx';
import { TimeField } from '../../components/ui/date-field.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useDates } from '../../i18n/dates.ts';
import { weekdays } from './week.ts';

/** As many stretches as the server keeps of one week. */
const most = 28;

interface ExactTimesProps {
  times: FreeTimes;
  onChange: (times: FreeTimes) => void;
  /** The stretch that ends before it begins, by its place in the list. */
  inDisorder: number | null;
}

/** The same week as a list of stretches, for times that no part of a day fits. */
export function ExactTimes({ times, onChange, inDisorder }: ExactTimesProps) {
  const { t } = useTranslation('part');
  const change = (index: number, changes: Partial<FreeTime>) =>
    onChange(times.map((time, place) => (place === index ? { ...time, ...changes } : time)));
  return (
    <Disclosure summary={t('times.exact')} open={inDisorder !== null}>
      <div className="pl-exact-times">
        {times.map((time, index) => (
          <Stretch
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name of its own but its place
            key={index}
            time={time}
            error={index === inDisorder ? t('times.order') : undefined}
            onChange={(changes) => change(index, changes)}
            onRemove={() => onChange(times.filter((_, place) => place !== index))}
          />
        ))}
        {times.length < most && (
          <Button onClick={() => onChange([...times, { weekday: 1, from: '15:30', until: '17:30' }])}>
            {t('times.addTime')}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}

interface StretchProps {
  time: FreeTime;
  error: string | undefined;
  onChange: (changes: Partial<FreeTime>) => void;
  onRemove: () => void;
}

function Stretch({ time, error, onChange, onRemove }: StretchProps) {
  const { t } = useTranslation('part');
  const dates = useDates();
  const day = dates.weekday(time.weekday);
  return (
    <fieldset className="pl-choices">
      <legend>{day}</legend>
      <SideBySide>
        <SelectField
          label={t('times.weekday')}
          options={weekdays.map((weekday) => ({ value: String(weekday), label: dates.weekday(weekday) }))}
          value={String(time.weekday)}
          onChange={(weekday) => onChange({ weekday: Number(weekday) })}
        />
        <TimeField label={t('times.from')} value={time.from} onChange={(from) => onChange({ from })} />
        <TimeField
          label={t('times.until')}
          error={error}
          value={time.until}
          onChange={(until) => onChange({ until })}
        />
        <Button
          look="quiet"
          onClick={onRemove}
          aria-label={t('times.removeTime', {
            day,
            from: dates.time(time.from || '00:00'),
            until: dates.time(time.until || '00:00'),
          })}
        >
          {t('times.takeOut')}
        </Button>
      </SideBySide>
    </fieldset>
  );
}
