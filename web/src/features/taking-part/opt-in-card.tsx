import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { daysBetween } from '../../i18n/dates.ts';

/** Whoever puts the question off is asked again after so many days; it is kept on this device only. */
const daysUntilAskedAgain = 14;
const postponedUnder = (personId: string) => `porchlight.part.${personId}`;

function askedLately(personId: string, today: string): boolean {
  const day = localStorage.getItem(postponedUnder(personId));
  return day !== null && daysBetween(day, today) < daysUntilAskedAgain;
}

/** The question whether one takes part (CP1): whether it stands open, and the ways to answer it. */
export function useOptIn() {
  const { personId, today, permissions, participation } = useMe();
  const [later, setLater] = useState(() => askedLately(personId, today));
  const [said, setSaid] = useState<'yes' | 'no' | 'later' | null>(null);
  const answer = useCommand('setParticipation', {
    onDone: ({ participation: given }) => setSaid(given.answer),
  });
  const postpone = () => {
    localStorage.setItem(postponedUnder(personId), today);
    setLater(true);
    setSaid('later');
  };
  const may = permissions.includes('participation:set');
  return { asks: may && participation === null && !later, said, answer, postpone };
}

/** The question, until it is answered: yes, later or no weigh the same. `lit` when nothing else comes first. */
export function OptInCard({ optIn, lit }: { optIn: ReturnType<typeof useOptIn>; lit: boolean }) {
  const { t } = useTranslation('part');
  const { asks, said, answer, postpone } = optIn;
  return (
    <>
      <StatusLine>
        {said !== null && (
          <>
            {t(`said.${said}`)} {said === 'yes' && <LoneLink to="/taking-part">{t('said.toTimes')}</LoneLink>}
          </>
        )}
      </StatusLine>
      {asks && (
        <Card lit={lit}>
          <h2>{t('ask.title')}</h2>
          <p>{t('ask.body')}</p>
          <p>{t('ask.private')}</p>
          <ProblemAlert problem={answer.problem} />
          <Actions>
            <Button
              look={lit ? 'primary' : 'secondary'}
              pending={answer.pending}
              onClick={() => answer.send({ body: { answer: 'yes' } })}
            >
              {t('ask.yes')}
            </Button>
            <Button onClick={postpone}>{t('ask.later')}</Button>
            <Button pending={answer.pending} onClick={() => answer.send({ body: { answer: 'no' } })}>
              {t('ask.no')}
            </Button>
          </Actions>
        </Card>
      )}
    </>
  );
}
