import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChanges, useOutbox } from '../../app/offline/offline-context.ts';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { RefusedCard } from './refused-card.tsx';
import { Written } from './written.tsx';

/** What was written on this phone and has not reached the server: first what needs the person, then what only waits. */
export function WaitingPage() {
  const { t } = useTranslation(['waiting', 'shell']);
  const changes = useChanges();
  const refused = changes.filter((change) => change.problem !== null);
  const waiting = changes.filter((change) => change.problem === null);
  const lead = refused.length > 0 ? 'leadRefused' : waiting.length > 0 ? 'leadWaiting' : 'leadNothing';
  return (
    <Page
      title={t('shell:phone.title')}
      back={<BackLink to="/today">{t('shell:nav.today')}</BackLink>}
      lead={t(`waiting:${lead}`)}
    >
      {refused.length > 0 && (
        <Section title={t('waiting:refusedTitle')}>
          <CardList>
            {refused.map((change, index) => (
              <li key={change.place}>
                <RefusedCard change={change} first={index === 0} />
              </li>
            ))}
          </CardList>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('waiting:waitingTitle')}>
          <CardList>
            {waiting.map((change) => (
              <li key={change.place}>
                <Card>
                  <Written change={change} />
                </Card>
              </li>
            ))}
          </CardList>
        </Section>
      )}
      <SendNow count={waiting.length} primary={refused.length === 0} />
      <Section title={t('waiting:privacyTitle')}>
        <Card>
          <p>{t('waiting:privacy1')}</p>
          <p>{t('waiting:privacy2')}</p>
          <p>{t('waiting:privacy3')}</p>
        </Card>
      </Section>
    </Page>
  );
}

function SendNow({ count, primary }: { count: number; primary: boolean }) {
  const { t } = useTranslation(['waiting', 'shell']);
  const outbox = useOutbox();
  const [state, setState] = useState<'idle' | 'sending' | 'tried'>('idle');
  const send = async () => {
    setState('sending');
    await outbox.flush();
    setState('tried');
  };
  return (
    <>
      <StatusLine>{state === 'tried' && t(count === 0 ? 'waiting:sent' : 'waiting:stillAway')}</StatusLine>
      {count > 0 && (
        <Button
          look={primary ? 'primary' : 'secondary'}
          pending={state === 'sending'}
          onClick={() => void send()}
        >
          {t('shell:phone.sendNow')}
        </Button>
      )}
    </>
  );
}
