import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Chip, Chips } from '../../components/ui/chips.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { useDates } from '../../i18n/dates.ts';

interface DaysOffFieldProps {
  days: readonly string[];
  onChange: (days: string[]) => void;
  error: string | undefined;
}

/** The district's days off: a list in the order of the year, to add to and to take from. */
export function DaysOffField({ days, onChange, error }: DaysOffFieldProps) {
  const { t } = useTranslation('national');
  const dates = useDates();
  const [day, setDay] = useState('');
  const add = () => {
    if (day === '') return;
    onChange([...new Set([...days, day])].sort());
    setDay('');
  };
  return (
    <>
      <Chips
        label={t('createPage.holidays')}
        help={t('createPage.holidaysHelp')}
        none={t('createPage.holidaysNone')}
      >
        {days.map((one) => (
          <Chip
            key={one}
            removeLabel={t('createPage.holidayRemove', { day: dates.shortDay(one) })}
            icon={<IconX size={16} aria-hidden />}
            onRemove={() => onChange(days.filter((other) => other !== one))}
          >
            {dates.shortDay(one)}
          </Chip>
        ))}
      </Chips>
      <div className="pl-field-with-button">
        <DateField label={t('createPage.holidayAdd')} error={error} value={day} onChange={setDay} optional />
        <Button icon={<IconPlus aria-hidden />} onClick={add}>
          {t('createPage.holidayAddButton')}
        </Button>
      </div>
    </>
  );
}
