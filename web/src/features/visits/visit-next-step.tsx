import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';

/** The one thing to do next with a visit: log it when its time has come, then reflect. */
export function VisitNextStep({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId, permissions, today } = useMe();
  const { visitId } = visit;
  if (visit.status === 'scheduled') {
    // The server's day, not the device's clock: a phone may be wrong about the date.
    const started = visit.localDate <= today;
    return (
      <Card lit={started}>
        {!started && <p>{t('laterHint')}</p>}
        <Actions>
          {permissions.includes('visit:complete') && (
            <ButtonLink
              look={started ? 'primary' : 'secondary'}
              to="/visits/$visitId/log"
              params={{ visitId }}
            >
              {t('log')}
            </ButtonLink>
          )}
          {permissions.includes('visit:schedule') && (
            <ButtonLink look="quiet" to="/visits/$visitId/cancel" params={{ visitId }}>
              {t('notHeld')}
            </ButtonLink>
          )}
        </Actions>
      </Card>
    );
  }
  if (visit.status !== 'completed') {
    if (!permissions.includes('visit:schedule')) return null;
    return (
      <Card>
        <p>{t('againHint')}</p>
        <Actions>
          <ButtonLink to="/families/$familyId" params={{ familyId: visit.familyId }}>
            {t('again')}
          </ButtonLink>
        </Actions>
      </Card>
    );
  }
  const owed = visit.reflections.find((one) => one.personId === personId && one.status === 'owed');
  if (owed === undefined) return null;
  return (
    <Card lit>
      <h2>{t('nextReflect')}</h2>
      <p>{t('nextReflectHint')}</p>
      <Actions>
        <ButtonLink
          look="primary"
          to="/visits/$visitId/students/$studentId/reflection"
          params={{ visitId, studentId: owed.studentId }}
        >
          {t('write', { name: owed.givenName })}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
