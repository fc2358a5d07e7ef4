import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { StudentsField } from './schedule-form.tsx';
import { TeamFields } from './team-fields.tsx';
import { MinutesField, PlaceFields, TimeFields } from './time-and-place-fields.tsx';
import { planFor, usePlanForm } from './use-plan-form.ts';

interface LateFormProps {
  data: Answer<'getFamily'>;
  schoolId: string;
  onSent: (visitId: string) => Promise<void>;
}

/** A visit that took place without having been arranged here: it waits for somebody else's approval (I8). */
export function LateForm({ data, schoolId, onSent }: LateFormProps) {
  const { t } = useTranslation('plan');
  const { personId, today, schoolYear, policy } = useMe();
  const form = usePlanForm(planFor(data, policy?.visitTypes ?? ['home']), 'late');
  const command = useCommand('recordLateVisit', { onDone: ({ visitId }) => onSent(visitId) });
  const { values, errors } = form;
  const submit = () => {
    const plan = form.checked();
    if (plan === null) return;
    const { familyId } = data.family;
    const { studentIds, reason } = values;
    command.send({ body: { familyId, studentIds, ...plan, reason: reason.trim() } });
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        <StudentsField form={form} students={data.students} />
        <TeamFields
          late
          form={form}
          schoolId={schoolId}
          leadId={personId}
          known={[]}
          language={data.invitation.wishes?.interpreter ?? data.family.language}
        />
        <TimeFields form={form} {...(schoolYear === null ? {} : { min: schoolYear.opensOn })} max={today} />
        <MinutesField form={form} />
        <PlaceFields form={form} />
        <TextAreaField
          label={t('late.reason')}
          help={t('late.reasonHelp')}
          error={errors['reason']}
          rows={2}
          maxLength={400}
          value={values.reason}
          onChange={(reason) => form.set({ reason })}
        />
        <ProblemAlert problem={command.problem} />
        <Button look="primary" type="submit" wide pending={command.pending}>
          {t('late.save')}
        </Button>
      </Form>
    </Card>
  );
}
