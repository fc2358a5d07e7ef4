import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import {
  bodyOf,
  KindAndSchool,
  type TrainingDraft,
  TrainingFields,
  type TrainingKind,
  useFirstSchool,
  useTrainingErrors,
} from './training-fields.tsx';

const empty: TrainingDraft = { title: '', heldOn: '', time: '15:30', minutes: 180, place: '', seats: 20 };

/** A training that is still to come, for which people sign up. */
export function PlanTrainingPage() {
  const { t } = useTranslation(['training', 'coordinator']);
  const navigate = useNavigate();
  const [draft, setDraft] = useState(empty);
  const [kind, setKind] = useState<TrainingKind>('initial');
  const [schoolId, setSchoolId] = useState(useFirstSchool());
  const plan = useCommand('planTraining', {
    onDone: ({ trainingId }) =>
      navigate({ to: '/trainings/$trainingId', params: { trainingId }, state: { created: true } }),
  });
  const errors = useTrainingErrors(plan.problem);
  return (
    <Page
      title={t('plan.title')}
      lead={t('plan.lead')}
      back={<BackLink to="/trainings">{t('trainings.title', { ns: 'coordinator' })}</BackLink>}
    >
      <Card lit>
        <Form errors={errors} onSubmit={() => plan.send({ body: { ...bodyOf(draft), kind, schoolId } })}>
          <KindAndSchool kind={kind} schoolId={schoolId} onKind={setKind} onSchool={setSchoolId} />
          <TrainingFields draft={draft} errors={errors} onChange={setDraft} />
          <ProblemAlert problem={plan.problem} />
          <Actions>
            <Button look="primary" type="submit" pending={plan.pending}>
              {t('plan.save')}
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}
