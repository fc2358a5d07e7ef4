import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { DateField } from '../../components/ui/date-field.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { KindAndSchool, type TrainingKind, useFirstSchool } from './training-fields.tsx';

/** A training that was held; saving it leads to choosing who completed it. */
export function RecordTrainingForm() {
  const { t } = useTranslation(['coordinator', 'training']);
  const { today } = useMe();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState(today);
  const [kind, setKind] = useState<TrainingKind>('initial');
  const [schoolId, setSchoolId] = useState(useFirstSchool());
  const record = useCommand('recordTraining', {
    onDone: ({ trainingId }) =>
      navigate({ to: '/trainings/$trainingId', params: { trainingId }, state: { created: true } }),
  });
  const errors = fieldErrors(record.problem, {
    title: t('trainings.mendTitle'),
    heldOn: t('trainings.mendHeldOn'),
  });
  return (
    <Card lit>
      <h2>{t('trainings.record')}</h2>
      <p>{t('trainings.recordHint')}</p>
      <Form errors={errors} onSubmit={() => record.send({ body: { title, heldOn, kind, schoolId } })}>
        <SideBySide>
          <TextField
            label={t('trainings.name')}
            help={t('trainings.nameHelp')}
            error={errors['title']}
            value={title}
            onChange={setTitle}
            maxLength={120}
          />
          <DateField
            label={t('trainings.heldOn')}
            error={errors['heldOn']}
            max={today}
            value={heldOn}
            onChange={setHeldOn}
          />
        </SideBySide>
        <Disclosure
          summary={t('plan.kindLine', {
            ns: 'training',
            kind: t(`kind.${kind}`, { ns: 'training' }),
          })}
        >
          <KindAndSchool kind={kind} schoolId={schoolId} onKind={setKind} onSchool={setSchoolId} />
        </Disclosure>
        <ProblemAlert problem={record.problem} />
        <Actions>
          <Button look="primary" type="submit" pending={record.pending}>
            {t('trainings.save')}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
