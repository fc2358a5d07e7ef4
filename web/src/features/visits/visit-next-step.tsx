import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import type { Answered } from './answer-buttons.tsx';
import { LateStep } from './late-step.tsx';
import { ProposalStep } from './proposal-step.tsx';
import { ScheduledStep } from './scheduled-step.tsx';

interface VisitNextStepProps {
  visit: Answer<'getVisit'>;
  onAnswered: (answered: Answered) => void | Promise<void>;
}

/** The one thing to do next with a visit: answer, wait, log it when its time has come, approve, reflect. */
export function VisitNextStep({ visit, onAnswered }: VisitNextStepProps) {
  switch (visit.status) {
    case 'proposed':
      return <ProposalStep visit={visit} onAnswered={onAnswered} />;
    case 'scheduled':
      return <ScheduledStep visit={visit} onAnswered={onAnswered} />;
    case 'awaiting_approval':
      return <LateStep visit={visit} />;
    case 'completed':
    case 'closed':
      return <ReflectStep visit={visit} />;
    default:
      return <AgainStep visit={visit} />;
  }
}

function ReflectStep({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId } = useMe();
  const { visitId } = visit;
  const owed = visit.reflections.find((one) => one.personId === personId && one.status === 'owed');
  if (owed === undefined) return null;
  const offer = visit.reflections.find(
    (one) => one.studentId === owed.studentId && one.status === 'done' && one.together,
  );
  const offeredBy = visit.team.find((member) => member.personId === offer?.personId);
  return (
    <Card lit>
      <h2>{t('nextReflect')}</h2>
      <p>
        {offeredBy === undefined ? t('nextReflectHint') : t('nextReflectTogether', { name: offeredBy.name })}
      </p>
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

function AgainStep({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { permissions } = useMe();
  if (!permissions.includes('visit:schedule')) return null;
  return (
    <Card>
      <p>{t(visit.late === null ? 'againHint' : 'refusedHint')}</p>
      <Actions>
        <ButtonLink to="/families/$familyId" params={{ familyId: visit.familyId }}>
          {t('again')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
