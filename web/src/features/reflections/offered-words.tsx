import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { WrittenWords } from './written-words.tsx';

interface OfferedWordsProps {
  offer: Answer<'getMyReflection'>['offered'][number];
  reflection: Answer<'getMyReflection'>['reflection'];
  onTaken: () => void;
}

/** What a colleague wrote with the reader: one tap makes it the reader's own reflection as well. */
export function OfferedWords({ offer, reflection, onTaken }: OfferedWordsProps) {
  const { t } = useTranslation('reflection');
  const navigate = useNavigate();
  const { visitId, studentId, rev } = reflection;
  const take = useCommand('takeOverReflection', {
    onDone: () => {
      onTaken();
      return navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'reflected' } });
    },
  });
  return (
    <Card lit>
      <h2>{t('offer.title', { name: offer.name })}</h2>
      <p>{t('offer.hint')}</p>
      <WrittenWords words={offer.words} />
      <ProblemAlert problem={take.problem} />
      <Button
        look="primary"
        wide
        pending={take.pending}
        onClick={() => take.send({ params: { visitId, studentId }, body: { from: offer.personId, rev } })}
      >
        {t('offer.takeOver')}
      </Button>
    </Card>
  );
}
