import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { bodyOf, type TrainingDraft, TrainingFields, useTrainingErrors } from './training-fields.tsx';

/** Another time, place or number of seats for a training that people may have signed up for. */
export function ChangeTrainingPage() {
  const { t } = useTranslation('training');
  const { trainingId } = useParams({ from: '/signed-in/trainings/$trainingId/change' });
  const query = useRead('getTraining', { params: { trainingId } });
  return (
    <Page
      title={t('plan.change')}
      lead={t('plan.changeLead')}
      back={
        <BackLink to="/trainings/$trainingId" params={{ trainingId }}>
          {query.data?.title ?? ''}
        </BackLink>
      }
    >
      <Loaded query={query} lines={6}>
        {(training) => <ChangeForm key={training.rev} training={training} />}
      </Loaded>
    </Page>
  );
}

function ChangeForm({ training }: { training: Answer<'getTraining'> }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const { trainingId, title, heldOn, plan, rev } = training;
  const [draft, setDraft] = useState<TrainingDraft>({
    title,
    heldOn,
    time: plan?.time ?? '',
    minutes: plan?.minutes ?? null,
    place: plan?.place ?? '',
    seats: plan?.seats ?? null,
  });
  const change = useCommand('changeTraining', {
    onDone: () =>
      navigate({ to: '/trainings/$trainingId', params: { trainingId }, state: { said: 'changed' } }),
  });
  const errors = useTrainingErrors(change.problem);
  return (
    <Card lit>
      <Form
        errors={errors}
        onSubmit={() => change.send({ params: { trainingId }, body: { ...bodyOf(draft), rev } })}
      >
        <TrainingFields draft={draft} errors={errors} onChange={setDraft} />
        <ProblemAlert problem={change.problem} />
        <Actions>
          <Button look="primary" type="submit" pending={change.pending}>
            {t('plan.saveChange')}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
