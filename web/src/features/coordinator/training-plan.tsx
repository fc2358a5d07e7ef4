import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card, Row, RowList } from '../../components/ui/card.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';

type Training = Answer<'getTraining'>;
interface TrainingPlanProps {
  training: Training;
  plan: NonNullable<Training['plan']>;
  /** The reader may change it. */
  keeps: boolean;
}

/** When and where a training is, who has a seat and who waits; until it begins it can be changed. */
export function TrainingPlan({ training, plan, keeps }: TrainingPlanProps) {
  const { t } = useTranslation('training');
  const dates = useDates();
  const { schools } = useMe();
  const [cancelling, setCancelling] = useState(false);
  const open = !training.begun;
  const { trainingId } = training;
  const school = schools.find(({ schoolId }) => schoolId === training.schoolId);
  return (
    <>
      <Card>
        <Facts
          items={[
            [
              t('plan.whenLabel'),
              t('when', {
                day: dates.day(training.heldOn),
                time: dates.time(plan.time),
                minutes: plan.minutes,
              }),
            ],
            [t('plan.where'), plan.place],
            [t('plan.kindLabel'), t(`kind.${training.kind}`)],
            [t('plan.forLabel'), training.schoolId === null ? t('plan.everyone') : (school?.name ?? null)],
            [t('plan.seatsLabel'), t('plan.taken', { taken: training.signedUp, seats: plan.seats })],
          ]}
        />
        {open && keeps && (
          <Actions>
            <ButtonLink to="/trainings/$trainingId/change" params={{ trainingId }}>
              {t('plan.changeIt')}
            </ButtonLink>
            <Button look="danger" onClick={() => setCancelling(true)}>
              {t('plan.cancelIt')}
            </Button>
          </Actions>
        )}
      </Card>
      {cancelling && <CancelDialog training={training} onClose={() => setCancelling(false)} />}
      <SignedUp training={training} open={open} />
    </>
  );
}

function SignedUp({ training, open }: { training: Training; open: boolean }) {
  const { t } = useTranslation('training');
  const of = (status: 'signed_up' | 'waiting') =>
    training.attendees
      .filter((one) => one.status === status)
      .sort((one, other) => (one.signedUpAt ?? '').localeCompare(other.signedUpAt ?? ''));
  const [seated, waiting] = [of('signed_up'), of('waiting')];
  if (!open && seated.length === 0) return null;
  return (
    <>
      <Section title={t('plan.signedUp')}>
        {seated.length === 0 ? <p>{t('plan.signedUpNone')}</p> : <Names people={seated} />}
      </Section>
      {waiting.length > 0 && (
        <Section title={t('plan.waiting')}>
          <Names people={waiting} />
        </Section>
      )}
    </>
  );
}

function Names({ people }: { people: Training['attendees'] }) {
  return (
    <RowList>
      {people.map(({ personId, name }) => (
        <li key={personId}>
          <Row title={name} />
        </li>
      ))}
    </RowList>
  );
}

function CancelDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const { t } = useTranslation('training');
  const cancel = useCommand('cancelTraining', { onDone: onClose });
  const count = training.attendees.length;
  const { trainingId, rev } = training;
  return (
    <ConfirmDialog
      title={t('plan.cancelTitle')}
      yes={t('plan.cancelIt')}
      no={t('plan.keep')}
      look="danger"
      pending={cancel.pending}
      problem={cancel.problem}
      onYes={() => cancel.send({ params: { trainingId }, body: { rev } })}
      onClose={onClose}
    >
      <p>{count === 0 ? t('plan.cancelNobody') : t('plan.cancelBody', { count })}</p>
    </ConfirmDialog>
  );
}
