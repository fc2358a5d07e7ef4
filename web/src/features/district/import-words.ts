import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNumbers } from '../../i18n/numbers.ts';

type Import = Answer<'listRosterImports'>['items'][number];

/** An import in a few words. */
export function useImportWords() {
  const { t } = useTranslation('district');
  const { district } = useMe();
  const dates = useDates();
  const { number } = useNumbers();
  const day = (instant: string) => dates.shortDay(dates.localDateOf(instant, district.timeZone));
  const time = (instant: string) => dates.timeOf(instant, district.timeZone);
  return {
    /** An instant in the district's zone. */
    moment: (instant: string): string => t('import.moment', { day: day(instant), time: time(instant) }),
    day,
    time,
    result: (one: Import): string => {
      if (one.status !== 'done') return '';
      const changed = changedRows(one);
      return [
        changed === 0
          ? t('roster.nothingChanged')
          : t('roster.changedRows', { count: changed, rows: number(changed) }),
        ...(one.notTaken === 0
          ? []
          : [t('roster.notTakenRows', { count: one.notTaken, rows: number(one.notTaken) })]),
      ].join(', ');
    },
  };
}

/** Rows that were new or changed, of all kinds. */
export function changedRows({ changed }: Pick<Import, 'changed'>): number {
  return changed === null ? 0 : Object.values(changed).reduce((sum, count) => sum + count, 0);
}
