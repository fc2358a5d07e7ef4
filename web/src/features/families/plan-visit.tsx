import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { useDates } from '../../i18n/dates.ts';

const ahead = ['proposed', 'scheduled', 'awaiting_approval'] as const;
const about = {
  proposed: ['next.proposedTitle', 'next.proposedHint'],
  scheduled: ['next.plannedTitle', 'next.plannedHint'],
  awaiting_approval: ['next.lateTitle', 'next.lateHint'],
} as const;

/** The family said yes: open the visit that is on its way, or plan the next one when its season has come. */
export function PlanVisit({ data }: { data: Answer<'getFamily'> }) {
  const { t } = useTranslation('family');
  const { today, permissions } = useMe();
  const dates = useDates();
  const planned = data.visits.find(({ status }) => ahead.some((one) => one === status));
  const status = ahead.find((one) => one === planned?.status);
  const numbers = data.students.flatMap((student) => student.nextVisit ?? []);
  const next = numbers.length === 0 ? null : Math.min(...numbers);
  const tooEarly =
    next !== null && next > 1 && data.secondVisitFrom !== null && today < data.secondVisitFrom
      ? data.secondVisitFrom
      : null;
  const mayPlan = next !== null && tooEarly === null && permissions.includes('visit:schedule');
  return (
    <>
      <h2>{t(status === undefined ? 'next.acceptedTitle' : about[status][0])}</h2>
      {status !== undefined && <p>{t(about[status][1])}</p>}
      {planned === undefined && (
        <p>
          {tooEarly === null
            ? t('next.acceptedHint')
            : t('next.secondLater', { day: dates.shortDay(tooEarly) })}
        </p>
      )}
      <Actions>
        {planned !== undefined && (
          <ButtonLink look="primary" to="/visits/$visitId" params={{ visitId: planned.visitId }}>
            {t('next.openVisit')}
          </ButtonLink>
        )}
        {mayPlan && (
          <ButtonLink
            look={planned === undefined ? 'primary' : 'secondary'}
            to="/families/$familyId/schedule"
            params={{ familyId: data.family.familyId }}
          >
            {next === 1 ? t('next.plan_1') : next === 2 ? t('next.plan_2') : t('next.plan_later')}
          </ButtonLink>
        )}
        {mayPlan && (
          <ButtonLink look="quiet" to="/families/$familyId/late" params={{ familyId: data.family.familyId }}>
            {t('next.alreadyVisited')}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}
