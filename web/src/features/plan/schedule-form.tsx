import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { CertificateLine } from '../../components/certificate-line.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { CommonTimesField } from './common-times-field.tsx';
import { TeamFields } from './team-fields.tsx';
import { MinutesField, PlaceFields, TimeFields } from './time-and-place-fields.tsx';
import { type PlanForm, planFor, usePlanForm } from './use-plan-form.ts';

interface ScheduleFormProps {
  data: Answer<'getFamily'>;
  schoolId: string;
  onPlanned: (visitId: string) => Promise<void>;
}

/** A visit in advance: who comes, then when it suits everybody, then where. */
export function ScheduleForm({ data, schoolId, onPlanned }: ScheduleFormProps) {
  const { t } = useTranslation('plan');
  const { personId, today, schoolYear, policy, certificate } = useMe();
  const form = usePlanForm(planFor(data, policy?.visitTypes ?? ['home']), 'new');
  const command = useCommand('proposeVisit', { onDone: ({ visitId }) => onPlanned(visitId) });
  const { values, errors } = form;
  const { familyId } = data.family;
  const chosen = data.students.filter(({ studentId }) => values.studentIds.includes(studentId));
  const submit = () => {
    const plan = form.checked();
    if (plan !== null) command.send({ body: { familyId, studentIds: values.studentIds, ...plan } });
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        <StudentsField form={form} students={data.students} />
        <TeamFields
          form={form}
          schoolId={schoolId}
          leadId={personId}
          known={[]}
          language={data.invitation.wishes?.interpreter ?? data.family.language}
        />
        <CommonTimesField
          form={form}
          familyId={familyId}
          team={[values.partner, values.second, values.interpreter].filter((id) => id !== '')}
        />
        <TimeFields form={form} min={today} max={schoolYear?.closesOn} />
        {values.date !== '' && (
          <p>
            {t('youOnThatDay')} <CertificateLine certificate={certificate} day={values.date} />
          </p>
        )}
        <MinutesField form={form} numbers={chosen.map(({ nextVisit }) => nextVisit)} />
        <PlaceFields form={form} />
        <ProblemAlert problem={command.problem} />
        <Button look="primary" type="submit" wide pending={command.pending}>
          {t('save')}
        </Button>
      </Form>
    </Card>
  );
}

/** Which children of the home the visit is about; nothing to choose where there is one. */
export function StudentsField({
  form,
  students,
}: {
  form: PlanForm;
  students: Answer<'getFamily'>['students'];
}) {
  const { t } = useTranslation('plan');
  const free = students.filter(({ nextVisit }) => nextVisit !== null);
  if (free.length < 2) return null;
  return (
    <CheckboxesField
      label={t('who')}
      help={t('whoHelp')}
      error={form.errors['studentIds']}
      choices={free.map((student) => ({ value: student.studentId, label: student.givenName }))}
      value={form.values.studentIds}
      onChange={(studentIds) => form.set({ studentIds })}
    />
  );
}
