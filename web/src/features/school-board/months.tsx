import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNumbers } from '../../i18n/numbers.ts';

type Month = Answer<'getSchoolBoard'>['months'][number];

/** Visits by month as a table; the bars only repeat its numbers. */
export function Months({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  const { number } = useNumbers();
  const most = Math.max(1, ...months.map(({ tookPlace, planned }) => tookPlace + planned));
  return (
    <Section title={t('months.title')}>
      {months.length === 0 ? (
        <p>{t('months.none')}</p>
      ) : (
        <RecordsTable
          caption={t('months.title')}
          records={months}
          keyOf={({ month }) => month}
          columns={[
            {
              name: t('months.month'),
              cell: (row) => (
                <>
                  {dates.month(row.month)}
                  <MonthBar row={row} most={most} />
                </>
              ),
            },
            { name: t('months.tookPlace'), align: 'right', cell: ({ tookPlace }) => number(tookPlace) },
            { name: t('months.planned'), align: 'right', cell: ({ planned }) => number(planned) },
          ]}
        />
      )}
    </Section>
  );
}

function MonthBar({ row: { tookPlace, planned }, most }: { row: Month; most: number }) {
  const width = (visits: number) => (visits / most) * 100;
  return (
    <svg className="pl-month-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="pl-coverage-planned" width={width(tookPlace + planned)} height="10" />
      <rect className="pl-coverage-visited" width={width(tookPlace)} height="10" />
    </svg>
  );
}
