import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Card, CardList } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';

/** The district's school years, newest first. */
export function SchoolYears({ years }: { years: Answer<'getSettings'>['schoolYears'] }) {
  const { t } = useTranslation('district');
  const dates = useDates();
  const between = (from: string, until: string) =>
    t('settings.schoolDays', { from: dates.shortDay(from), until: dates.shortDay(until) });
  return (
    <Section title={t('settings.years')}>
      {years.length === 0 && <p>{t('settings.noYears')}</p>}
      <CardList>
        {[...years]
          .sort((one, other) => (one.opensOn < other.opensOn ? 1 : -1))
          .map((year) => (
            <li key={year.year}>
              <Card>
                <h3>{t('settings.year', { year: year.year })}</h3>
                <Facts
                  items={[
                    [t('settings.opens'), dates.shortDay(year.opensOn)],
                    [t('settings.school'), between(year.firstDay, year.lastDay)],
                    [t('settings.secondVisits'), between(year.secondVisitFrom, year.secondVisitUntil)],
                    [t('settings.closes'), dates.shortDay(year.closesOn)],
                    [
                      t('settings.holidays'),
                      year.holidays.length === 0
                        ? t('settings.holidaysNone')
                        : [...year.holidays].sort().map(dates.monthDay).join(' · '),
                    ],
                  ]}
                />
              </Card>
            </li>
          ))}
      </CardList>
    </Section>
  );
}
