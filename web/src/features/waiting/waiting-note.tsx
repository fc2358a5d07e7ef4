import './written.css';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../app/offline/changes.ts';
import { useOutbox } from '../../app/offline/offline-context.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useProblemWords } from '../../i18n/problem-words.ts';

/** On the page of what it is about: this was written down here, and has not reached the server yet. */
export function WaitingNote({ change }: { change: Change }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const { problem } = change;
  return (
    <Card lit={problem !== null}>
      <div className="pl-written">
        <h2>{t(problem === null ? 'phone.safe' : 'phone.notTaken')}</h2>
        {change.about.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="pl-hint">{problem === null ? t(waitingHint(change)) : problemWords(problem)}</p>
      </div>
      <WaitingActions change={change} />
    </Card>
  );
}

/** A change that left the phone once may have arrived: the person is not promised what nobody knows. */
function waitingHint({ tries }: Change): 'phone.safeHint' | 'phone.maybeSent' {
  return tries === 0 ? 'phone.safeHint' : 'phone.maybeSent';
}

function WaitingActions({ change }: { change: Change }) {
  const { t } = useTranslation();
  const outbox = useOutbox();
  if (change.problem !== null) {
    return (
      <Actions>
        <ButtonLink look="primary" to="/waiting">
          {t('phone.decide')}
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <Actions>
      <Button onClick={() => void outbox.flush()}>{t('phone.sendNow')}</Button>
      {change.tries === 0 && (
        <Button look="quiet" onClick={() => void outbox.drop(change.place)}>
          {t('phone.takeBack')}
        </Button>
      )}
    </Actions>
  );
}
