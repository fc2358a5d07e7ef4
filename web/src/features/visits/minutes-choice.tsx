import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';

const usual = [30, 40, 45, 60];

interface MinutesChoiceProps {
  planned: number;
  value: number | null;
  onChange: (minutes: number | null) => void;
  error: string | undefined;
}

/** How long it took, in one tap: the planned length is set, the usual ones stand beside it, any other can be written. */
export function MinutesChoice({ planned, value, onChange, error }: MinutesChoiceProps) {
  const { t } = useTranslation('visit');
  const offered = [...new Set([...usual, planned])].sort((one, other) => one - other);
  const [other, setOther] = useState(value === null || !offered.includes(value));
  return (
    <>
      <RadioField
        label={t('logPage.minutes')}
        columns
        choices={[
          ...offered.map((minutes) => ({
            value: String(minutes),
            label: t('logPage.shortMinutes', { count: minutes }),
          })),
          { value: 'other', label: t('logPage.otherMinutes') },
        ]}
        value={other ? 'other' : String(value)}
        onChange={(chosen) => {
          setOther(chosen === 'other');
          onChange(chosen === 'other' ? null : Number(chosen));
        }}
      />
      {other && (
        <NumberField label={t('logPage.writeMinutes')} error={error} value={value} onChange={onChange} />
      )}
    </>
  );
}
