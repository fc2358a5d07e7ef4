import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

/** A late entry: its team waits, and somebody outside the team approves it or says that it was no visit (I8). */
export function LateStep({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId, permissions } = useMe();
  const navigate = useNavigate();
  const { visitId, rev, late, team } = visit;
  const decide = useCommand('decideLateVisit', {
    onDone: () => navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'decided' } }),
  });
  const own = late?.by === personId || team.some((member) => member.personId === personId);
  const decides = permissions.includes('visit:approve_late') && !own;
  const send = (decision: 'approved' | 'refused') =>
    decide.send({ params: { visitId }, body: { decision, rev } });
  return (
    <Card lit={decides}>
      <h2>{t('late.title')}</h2>
      {late !== null && <p>{t('late.because', { reason: late.reason })}</p>}
      <p className="pl-hint">{t(decides ? 'late.decideHint' : 'late.waitHint')}</p>
      <ProblemAlert problem={decide.problem} />
      {decides && (
        <Actions>
          <Button look="primary" pending={decide.pending} onClick={() => send('approved')}>
            {t('late.approve')}
          </Button>
          <Button pending={decide.pending} onClick={() => send('refused')}>
            {t('late.refuse')}
          </Button>
        </Actions>
      )}
    </Card>
  );
}
