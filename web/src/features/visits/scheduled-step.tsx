import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import type { Answered } from './answer-buttons.tsx';
import { ChangeLinks } from './change-links.tsx';
import { OtherTimeWords } from './other-time-words.tsx';

interface ScheduledStepProps {
  visit: Answer<'getVisit'>;
  onAnswered: (answered: Answered) => void | Promise<void>;
}

/** A visit that stands: log it when its day has come; before, it can be moved or left. */
export function ScheduledStep({ visit, onAnswered }: ScheduledStepProps) {
  const { t } = useTranslation(['visit', 'request']);
  const { personId, permissions, today } = useMe();
  const { visitId, rev, team } = visit;
  const [leaving, setLeaving] = useState(false);
  const leave = useCommand('answerVisit', { onDone: () => onAnswered('saidNo') });
  // The server's day, not the device's clock: a phone may be wrong about the date.
  const dayHasCome = visit.localDate <= today;
  const mayLeave = team.some((member) => member.personId === personId && !member.lead);
  const otherTime = visit.otherTimeAskedAt !== null && !dayHasCome;
  return (
    <Card lit={dayHasCome || otherTime}>
      {otherTime && <OtherTimeWords />}
      {!dayHasCome && !otherTime && <p>{t('visit:laterHint')}</p>}
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
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('request:noLonger')}
          </Button>
        )}
        <ChangeLinks visitId={visitId} changeLook={otherTime ? 'primary' : 'quiet'} />
      </Actions>
      {leaving && (
        <ConfirmDialog
          title={t('request:leave.title')}
          yes={t('request:leave.yes')}
          no={t('request:leave.stay')}
          look="danger"
          pending={leave.pending}
          problem={leave.problem}
          onYes={() => leave.send({ params: { visitId }, body: { answer: 'no', rev } })}
          onClose={() => setLeaving(false)}
        >
          <p>{t('request:leave.hint')}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
