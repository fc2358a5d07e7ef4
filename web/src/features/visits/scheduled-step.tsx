import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import type { Answered } from './answer-buttons.tsx';
import { ChangeLinks } from './change-links.tsx';

interface ScheduledStepProps {
  visit: Answer<'getVisit'>;
  onAnswered: (answered: Answered) => void | Promise<void>;
}

/** A visit that stands: log it when its day has come; before, it can be moved or left. */
export function ScheduledStep({ visit, onAnswered }: ScheduledStepProps) {
  const { t } = useTranslation(['visit', 'request']);
  const { personId, permissions, today } = useMe();
  const { visitId, rev, team } = visit;
  const leave = useCommand('answerVisit', { onDone: () => onAnswered('saidNo') });
  // The server's day, not the device's clock: a phone may be wrong about the date.
  const dayHasCome = visit.localDate <= today;
  const mayLeave = team.some((member) => member.personId === personId && !member.lead);
  return (
    <Card lit={dayHasCome}>
      {!dayHasCome && <p>{t('visit:laterHint')}</p>}
      <ProblemAlert problem={leave.problem} />
      <Actions>
        {permissions.includes('visit:complete') && (
          <ButtonLink
            look={dayHasCome ? 'primary' : 'secondary'}
            to="/visits/$visitId/log"
            params={{ visitId }}
          >
            {t('visit:log')}
          </ButtonLink>
        )}
        {mayLeave && (
          <Button
            look="quiet"
            pending={leave.pending}
            onClick={() => leave.send({ params: { visitId }, body: { answer: 'no', rev } })}
          >
            {t('request:noLonger')}
          </Button>
        )}
        <ChangeLinks visitId={visitId} changeLook="quiet" />
      </Actions>
    </Card>
  );
}
