import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { CheckboxesField, CheckboxField, RadioField } from '../ui/choice-fields.tsx';
import { TimeField } from '../ui/date-field.tsx';
import { SideBySide } from '../ui/form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { PayFields } from './pay-fields.tsx';
import type { PolicyDraft } from './policy-draft.ts';

export interface PolicyFieldsProps {
  draft: PolicyDraft;
  onChange: (draft: PolicyDraft) => void;
  /** By path in the request, such as `policy.claimDueDays`. */
  errors: Readonly<Record<string, string>>;
  /** Where the policy stands in the request: `policy`, `settings`. */
  prefix: string;
}

/** Everything a district decides for itself. Needs the words of `policy`. */
export function PolicyFields(props: PolicyFieldsProps) {
  return (
    <>
      <TeamFields {...props} />
      <VisitFields {...props} />
      <PayFields {...props} />
      <DeadlineFields {...props} />
    </>
  );
}

const teams = ['2-2', '2-3', '3-3'] as const;
const counts = ['1', '2', '3'] as const;
const types = ['home', 'neutral', 'virtual'] as const;

function TeamFields({ draft, onChange, errors, prefix }: PolicyFieldsProps) {
  const { t } = useTranslation('policy');
  return (
    <Section title={t('teamTitle')}>
      <Card>
        <RadioField
          label={t('team')}
          columns
          choices={teams.map((value) => ({ value, label: t(`teamSize.${value}`) }))}
          value={draft.team}
          onChange={(team) => onChange({ ...draft, team })}
        />
        <RadioField
          label={t('certified')}
          help={t('certifiedHelp')}
          error={errors[`${prefix}.minCertified`]}
          columns
          choices={counts.map((value) => ({ value, label: t(`certifiedCount.${value}`) }))}
          value={draft.minCertified}
          onChange={(minCertified) => onChange({ ...draft, minCertified })}
        />
        <CheckboxField
          label={t('interpreter')}
          detail={t('interpreterHelp')}
          value={draft.interpreterCounts}
          onChange={(interpreterCounts) => onChange({ ...draft, interpreterCounts })}
        />
        <SideBySide>
          <NumberField
            label={t('certificateMonths')}
            error={errors[`${prefix}.certificateMonths`]}
            value={draft.certificateMonths}
            onChange={(certificateMonths) => onChange({ ...draft, certificateMonths })}
          />
          <NumberField
            label={t('recertifyMonths')}
            error={errors[`${prefix}.recertifyMonths`]}
            value={draft.recertifyMonths}
            onChange={(recertifyMonths) => onChange({ ...draft, recertifyMonths })}
          />
        </SideBySide>
      </Card>
    </Section>
  );
}

function VisitFields({ draft, onChange, errors, prefix }: PolicyFieldsProps) {
  const { t } = useTranslation('policy');
  return (
    <Section title={t('visitsTitle')}>
      <Card>
        <CheckboxesField
          label={t('visitTypes')}
          error={errors[`${prefix}.visitTypes`]}
          choices={types.map((value) => ({
            value,
            label: t(`visitType.${value}`),
            detail: t(`visitTypeHelp.${value}`),
          }))}
          value={draft.visitTypes}
          onChange={(visitTypes) => onChange({ ...draft, visitTypes })}
        />
      </Card>
    </Section>
  );
}

function DeadlineFields({ draft, onChange, errors, prefix }: PolicyFieldsProps) {
  const { t } = useTranslation('policy');
  return (
    <Section title={t('deadlinesTitle')}>
      <Card>
        <SideBySide>
          <NumberField
            label={t('reflectionDue')}
            error={errors[`${prefix}.reflectionDueBusinessDays`]}
            value={draft.reflectionDue}
            onChange={(reflectionDue) => onChange({ ...draft, reflectionDue })}
          />
          <NumberField
            label={t('lookBack')}
            error={errors[`${prefix}.lookBackDays`]}
            value={draft.lookBack}
            onChange={(lookBack) => onChange({ ...draft, lookBack })}
          />
          <NumberField
            label={t('claimDue')}
            error={errors[`${prefix}.claimDueDays`]}
            value={draft.claimDue}
            onChange={(claimDue) => onChange({ ...draft, claimDue })}
          />
        </SideBySide>
        <SideBySide>
          <TimeField
            label={t('mailFrom')}
            help={t('mailHelp')}
            error={errors[`${prefix}.mailFrom`]}
            value={draft.mailFrom}
            onChange={(mailFrom) => onChange({ ...draft, mailFrom })}
          />
          <TimeField
            label={t('mailUntil')}
            error={errors[`${prefix}.mailUntil`]}
            value={draft.mailUntil}
            onChange={(mailUntil) => onChange({ ...draft, mailUntil })}
          />
        </SideBySide>
      </Card>
    </Section>
  );
}
