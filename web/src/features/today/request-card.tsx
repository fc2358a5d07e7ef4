import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { AnswerButtons, type Answered } from '../visits/answer-buttons.tsx';
import { RequestFacts, useAsker } from '../visits/request-facts.tsx';
import { useVisitWords } from './visit-words.ts';

interface RequestCardProps {
  request: Answer<'getToday'>['requests'][number];
  /** The one next step of the page. */
  lit: boolean;
  onAnswered: (answered: Answered) => void;
}

/** Somebody asks the reader to come along: what there is to know, and yes or no. */
export function RequestCard({ request, lit, onAnswered }: RequestCardProps) {
  const { t } = useTranslation('request');
  const words = useVisitWords();
  const asker = useAsker();
  const { visitId } = request;
  // The plan as it is now: an answer is given to what is on the screen.
  const query = useRead('getVisit', { params: { visitId } });
  return (
    <Card lit={lit}>
      <div>
        <h2>{t('title')}</h2>
        <p>
          <strong>{words.title(request)}</strong> · {words.number(request)}
        </p>
      </div>
      <Loaded query={query} lines={4}>
        {(visit) => (
          <>
            <p>{asker(visit)}</p>
            <RequestFacts visit={visit} />
            <p className="pl-hint">{t('free')}</p>
            <AnswerButtons visit={visit} primary={lit} onAnswered={onAnswered} />
            <ButtonLink look="quiet" to="/visits/$visitId" params={{ visitId }}>
              {t('closer')}
            </ButtonLink>
          </>
        )}
      </Loaded>
    </Card>
  );
}
