import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { CheckboxField, RadioField } from '../ui/choice-fields.tsx';
import { SideBySide } from '../ui/form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import type { PolicyFieldsProps } from './policy-fields.tsx';

const kinds = ['flat', 'hours', 'unpaid'] as const;
const pers = ['event', 'student'] as const;

/** How visits are paid: the same amount, hours at a rate, or not at all. */
export function PayFields({ draft, onChange, errors, prefix }: PolicyFieldsProps) {
  const { t } = useTranslation('policy');
  return (
    <Section title={t('payTitle')}>
      <Card>
        <RadioField
          label={t('pay')}
          choices={kinds.map((value) => ({
            value,
            label: t(`payKind.${value}`),
            detail: t(`payKindHelp.${value}`),
          }))}
          value={draft.payKind}
          onChange={(payKind) => onChange({ ...draft, payKind })}
        />
        {draft.payKind === 'flat' && (
          <SideBySide>
            <NumberField
              label={t('flatDollars')}
              decimals={2}
              error={errors[`${prefix}.pay.cents`]}
              value={draft.flatDollars}
              onChange={(flatDollars) => onChange({ ...draft, flatDollars })}
            />
          </SideBySide>
        )}
        {draft.payKind === 'hours' && (
          <SideBySide>
            <NumberField
              label={t('hours')}
              decimals={2}
              error={errors[`${prefix}.pay.hundredthsOfHour`]}
              value={draft.hours}
              onChange={(hours) => onChange({ ...draft, hours })}
            />
            <NumberField
              label={t('dollarsPerHour')}
              decimals={2}
              error={errors[`${prefix}.pay.centsPerHour`]}
              value={draft.dollarsPerHour}
              onChange={(dollarsPerHour) => onChange({ ...draft, dollarsPerHour })}
            />
          </SideBySide>
        )}
        {draft.payKind !== 'unpaid' && (
          <>
            <RadioField
              label={t('per')}
              columns
              choices={pers.map((value) => ({
                value,
                label: t(`perKind.${value}`),
                detail: t(`perHelp.${value}`),
              }))}
              value={draft.per}
              onChange={(per) => onChange({ ...draft, per })}
            />
            <CheckboxField
              label={t('reflectionBeforePay')}
              detail={t('reflectionBeforePayHelp')}
              value={draft.reflectionBeforePay}
              onChange={(reflectionBeforePay) => onChange({ ...draft, reflectionBeforePay })}
            />
          </>
        )}
      </Card>
    </Section>
  );
}
