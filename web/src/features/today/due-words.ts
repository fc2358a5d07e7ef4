import { useTranslation } from 'react-i18next';
import { daysBetween, useDates } from '../../i18n/dates.ts';

/** When something is due, as a person would say it on the day `today`. Needs the words of `today`. */
export function useDueWords(today: string): (dueOn: string) => string {
  const { t } = useTranslation('today');
  const dates = useDates();
  return (dueOn) => {
    const days = daysBetween(today, dueOn);
    if (days === 0) return t('dueToday');
    if (days === 1) return t('dueTomorrow');
    return t(days < 0 ? 'overdueSince' : 'dueOn', { day: dates.monthDay(dueOn) });
  };
}
