import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { InviteForm } from './invite-form.tsx';
import { PlanVisit } from './plan-visit.tsx';

type FamilyData = Answer<'getFamily'>;
type Said = 'invited' | 'accepted' | 'declined';

/** The one thing to do next with this family. Saying no is as easy as saying yes (CP1). */
export function NextStep({ data }: { data: FamilyData }) {
  const { t } = useTranslation('family');
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <>
      <Card lit>
        {data.family.doNotContact ? (
          <Notice>{t('doNotContact')}</Notice>
        ) : (
          <Step data={data} onDone={setSaid} />
        )}
      </Card>
      <StatusLine>{said !== null && t(`saved.${said}`)}</StatusLine>
    </>
  );
}

function Step({ data, onDone }: { data: FamilyData; onDone: (said: Said) => void }) {
  const { t } = useTranslation('family');
  const { permissions } = useMe();
  const mayInvite = permissions.includes('family:invite');
  const { status } = data.invitation;
  if (status === 'not_invited') {
    if (!mayInvite) return <p>{t('standing.not_invited')}</p>;
    return (
      <>
        <h2>{t('next.inviteTitle')}</h2>
        <InviteForm data={data} onDone={onDone} />
      </>
    );
  }
  return (
    <>
      {status === 'accepted' && <PlanVisit data={data} />}
      <AnswerStep data={data} mayInvite={mayInvite} onDone={onDone} />
    </>
  );
}

/** What the family answered. A yes may become a no at any time, and a no a yes, each with one press. */
function AnswerStep({
  data,
  mayInvite,
  onDone,
}: {
  data: FamilyData;
  mayInvite: boolean;
  onDone: (said: Said) => void;
}) {
  const { t } = useTranslation('family');
  const { district } = useMe();
  const dates = useDates();
  const command = useCommand('recordAnswer', {
    onDone: ({ status }) => onDone(status === 'declined' ? 'declined' : 'accepted'),
  });
  const { invitation } = data;
  const { status } = invitation;
  const answer = (given: 'accepted' | 'declined') =>
    command.send({ params: { familyId: invitation.familyId }, body: { answer: given, rev: invitation.rev } });
  const invitedOn =
    invitation.invitedAt === null
      ? ''
      : dates.shortDay(dates.localDateOf(invitation.invitedAt, district.timeZone));
  return (
    <>
      {status === 'invited' && (
        <Words title={t('next.answerTitle')} hint={t('next.answerHint', { day: invitedOn })} />
      )}
      {status === 'declined' && <Words title={t('next.declinedTitle')} hint={t('next.declinedHint')} />}
      <ProblemAlert problem={command.problem} />
      {mayInvite && (
        <Actions>
          {status !== 'accepted' && (
            <Button
              look={status === 'declined' ? 'secondary' : 'primary'}
              pending={command.pending}
              onClick={() => answer('accepted')}
            >
              {t(status === 'declined' ? 'next.yesAfterAll' : 'next.saidYes')}
            </Button>
          )}
          {status !== 'declined' && (
            <Button
              look={status === 'accepted' ? 'quiet' : 'secondary'}
              pending={command.pending}
              onClick={() => answer('declined')}
            >
              {t(status === 'accepted' ? 'next.noAfterAll' : 'next.saidNo')}
            </Button>
          )}
        </Actions>
      )}
    </>
  );
}

function Words({ title, hint }: { title: string; hint: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{hint}</p>
    </>
  );
}
