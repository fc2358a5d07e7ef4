import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

type MyTrainings = Answer<'getMyTrainings'>;
type Upcoming = MyTrainings['upcoming'][number];
export type Joined = 'joined' | 'waits' | 'left';

interface UpcomingTrainingProps {
  upcoming: Upcoming;
  renewal: MyTrainings['renewal'];
  onJoined: (joined: Joined) => void;
}

/** A training one can sign up for, or why it would give one nothing on its day. */
export function UpcomingTraining({ upcoming, renewal, onJoined }: UpcomingTrainingProps) {
  const { t } = useTranslation('training');
  const dates = useDates();
  const { training, status, because } = upcoming;
  const { plan } = training;
  if (plan === null) return null;
  const day = dates.day(training.heldOn);
  const free = plan.seats - training.signedUp;
  return (
    <Card>
      <div>
        <h3>{training.title}</h3>
        <p>{t('when', { day, time: dates.time(plan.time), minutes: plan.minutes })}</p>
        <p>{plan.place}</p>
      </div>
      <p>
        <Tag>{t(`kind.${training.kind}`)}</Tag>{' '}
        {(status === 'signed_up' || status === 'waiting') && (
          <Tag tone={status === 'signed_up' ? 'good' : 'waiting'}>{t(`status.${status}`)}</Tag>
        )}
      </p>
      {because !== null && (
        <p>{t(`because.${because}`, { from: renewal === null ? '' : dates.shortDay(renewal.from) })}</p>
      )}
      {status === null && because === null && (
        <p>{free > 0 ? t('mine.seats', { count: free }) : t('mine.full', { count: training.waiting })}</p>
      )}
      {(status !== null || because === null) && (
        <Place training={training} status={status} free={free} onJoined={onJoined} />
      )}
    </Card>
  );
}

interface PlaceProps {
  training: Upcoming['training'];
  status: Upcoming['status'];
  free: number;
  onJoined: (joined: Joined) => void;
}

/** Taking a seat, or giving it back. */
function Place({ training, status, free, onJoined }: PlaceProps) {
  const { t } = useTranslation('training');
  const dates = useDates();
  const join = useCommand('signUpForTraining', {
    onDone: (answer) => onJoined(answer.status === 'waiting' ? 'waits' : 'joined'),
  });
  const leave = useCommand('withdrawFromTraining', { onDone: () => onJoined('left') });
  const about = { title: training.title, day: dates.day(training.heldOn) };
  const request = { params: { trainingId: training.trainingId }, body: {} };
  return (
    <>
      <ProblemAlert problem={join.problem ?? leave.problem} />
      <Actions>
        {status === null ? (
          <Button
            pending={join.pending}
            aria-label={t(free > 0 ? 'mine.signUpFor' : 'mine.waitFor', about)}
            onClick={() => join.send(request)}
          >
            {t(free > 0 ? 'mine.signUp' : 'mine.wait')}
          </Button>
        ) : (
          <Button
            look="quiet"
            pending={leave.pending}
            aria-label={t(status === 'waiting' ? 'mine.leaveLineOf' : 'mine.leaveOf', about)}
            onClick={() => leave.send(request)}
          >
            {t(status === 'waiting' ? 'mine.leaveLine' : 'mine.leave')}
          </Button>
        )}
      </Actions>
    </>
  );
}
