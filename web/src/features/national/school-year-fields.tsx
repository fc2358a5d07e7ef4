import { useTranslation } from 'react-i18next';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import { Card } from '../../components/ui/card.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { Section } from '../../components/ui/section.tsx';
import { DaysOffField } from './days-off-field.tsx';
import { schoolYearId, usualSchoolYear, yearStartOn } from './school-year-defaults.ts';

interface SchoolYearFieldsProps {
  year: SchoolYear;
  onChange: (year: SchoolYear) => void;
  errors: Readonly<Record<string, string>>;
  /** The day the suggestions start from, `2026-11-22`. */
  today: string;
}

type DayName = 'opensOn' | 'firstDay' | 'lastDay' | 'closesOn' | 'secondVisitFrom' | 'secondVisitUntil';

/** The days of a school year. Another year brings its usual days with it. */
export function SchoolYearFields({ year, onChange, errors, today }: SchoolYearFieldsProps) {
  const { t } = useTranslation('national');
  const now = yearStartOn(today);
  const day = (name: DayName) => (
    <DateField
      label={t(`createPage.${name}`)}
      error={errors[`schoolYear.${name}`]}
      value={year[name]}
      onChange={(value) => onChange({ ...year, [name]: value })}
    />
  );
  return (
    <Section title={t('createPage.yearTitle')} hint={t('createPage.yearHint')}>
      <Card>
        <RadioField
          label={t('createPage.year')}
          columns
          choices={[now, now + 1].map((start) => ({
            value: schoolYearId(start),
            label: schoolYearId(start),
          }))}
          value={year.year}
          onChange={(chosen) => onChange(usualSchoolYear(Number(chosen.slice(0, 4))))}
        />
        <SideBySide>
          {day('opensOn')}
          {day('firstDay')}
        </SideBySide>
        <SideBySide>
          {day('lastDay')}
          {day('closesOn')}
        </SideBySide>
        <h3>{t('createPage.secondVisits')}</h3>
        <SideBySide>
          {day('secondVisitFrom')}
          {day('secondVisitUntil')}
        </SideBySide>
        <DaysOffField
          days={year.holidays}
          onChange={(holidays) => onChange({ ...year, holidays })}
          error={errors['schoolYear.holidays']}
        />
      </Card>
    </Section>
  );
}
