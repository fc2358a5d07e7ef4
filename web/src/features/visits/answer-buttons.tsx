import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

export type Answered = 'saidYes' | 'stands' | 'saidNo';

interface AnswerButtonsProps {
  visit: Answer<'getVisit'>;
  /** The yes is the one next step of the page. */
  primary: boolean;
  onAnswered: (answered: Answered) => void | Promise<void>;
}

/** Yes or no in one press, and no reason asked (CP1). Whoever arranged the visit changes or cancels it instead of a no. */
export function AnswerButtons({ visit, primary, onAnswered }: AnswerButtonsProps) {
  const { t } = useTranslation('request');
  const { personId } = useMe();
  const { visitId, rev } = visit;
  const me = visit.team.find((member) => member.personId === personId);
  const saidNo = me?.answer === 'no';
  const answer = useCommand('answerVisit', {
    onDone: ({ status, team }) => {
      const mine = team.find((member) => member.personId === personId)?.answer;
      if (mine !== 'yes') return onAnswered('saidNo');
      return onAnswered(status === 'scheduled' ? 'stands' : 'saidYes');
    },
  });
  const say = (said: 'yes' | 'no') => answer.send({ params: { visitId }, body: { answer: said, rev } });
  return (
    <>
      <ProblemAlert problem={answer.problem} />
      <Actions>
        <Button look={primary ? 'primary' : 'secondary'} pending={answer.pending} onClick={() => say('yes')}>
          {t(saidNo ? 'yesAfterAll' : 'yes')}
        </Button>
        {me?.lead !== true && !saidNo && (
          <Button pending={answer.pending} onClick={() => say('no')}>
            {t('no')}
          </Button>
        )}
      </Actions>
    </>
  );
}
