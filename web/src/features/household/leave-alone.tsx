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
import { Section } from '../../components/ui/section.tsx';

/** The family asked not to be contacted: anybody may write it down, a coordinator may take it back. */
export function LeaveAlone({ family }: { family: Answer<'getFamily'>['family'] }) {
  const { t } = useTranslation('household');
  const { t: shell } = useTranslation();
  const { permissions } = useMe();
  const [asked, setAsked] = useState(false);
  const change = useCommand('changeFamily', { onDone: () => setAsked(false) });
  const { familyId, rev, doNotContact } = family;
  const send = (next: boolean) => change.send({ params: { familyId }, body: { rev, doNotContact: next } });
  const mayLift = permissions.includes('family:lift_protection');
  return (
    <Section title={t('stopTitle')}>
      <Card>
        <div role="status">{doNotContact ? <Notice>{t('stopped')}</Notice> : <p>{t('stopHint')}</p>}</div>
        <ProblemAlert problem={change.problem} />
        {doNotContact && !mayLift ? (
          <p>{t('onlyCoordinator')}</p>
        ) : (
          <Actions>
            {!doNotContact && !asked && (
              <Button look="danger" onClick={() => setAsked(true)}>
                {t('stop')}
              </Button>
            )}
            {!doNotContact && asked && (
              <>
                <Button look="danger" pending={change.pending} onClick={() => send(true)}>
                  {t('stopSure')}
                </Button>
                <Button look="quiet" onClick={() => setAsked(false)}>
                  {shell('cancel')}
                </Button>
              </>
            )}
            {doNotContact && (
              <Button pending={change.pending} onClick={() => send(false)}>
                {t('allow')}
              </Button>
            )}
          </Actions>
        )}
      </Card>
    </Section>
  );
}
