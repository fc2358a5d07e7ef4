import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { InterpreterField } from './interpreter-field.tsx';
import { PartnerFields } from './partner-fields.tsx';
import type { PlanForm } from './use-plan-form.ts';

export interface TeamFieldsProps {
  form: PlanForm;
  schoolId: string;
  /** Who leads the visit: never a choice. */
  leadId: string;
  /** Who is in the team already, so that a name is shown even when no list holds it. */
  known: readonly { personId: string; name: string }[];
  /** The language the family would like interpreted, or speaks at home. */
  language: string | null;
  /** The visit took place already, so nobody is asked. */
  late?: boolean;
}

/** Who comes along, and who interprets. */
export function TeamFields({ form, schoolId, leadId, known, language, late = false }: TeamFieldsProps) {
  const { t } = useTranslation('plan');
  const { today, policy } = useMe();
  const { values, set, errors } = form;
  return (
    <>
      <PartnerFields
        label={t(late ? 'late.with' : 'partner')}
        help={t(late ? 'late.withHelp' : 'partnerHelp')}
        schoolId={schoolId}
        day={values.date === '' ? today : values.date}
        three={(policy?.maxTeam ?? 2) > 2}
        leadId={leadId}
        known={known}
        error={errors['partner']}
        partner={values.partner}
        second={values.second}
        onChange={set}
      />
      <InterpreterField
        language={language}
        known={known}
        without={[leadId, values.partner, values.second]}
        value={values.interpreter}
        onChange={(interpreter) => set({ interpreter })}
      />
    </>
  );
}
