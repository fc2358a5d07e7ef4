import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import type { Answered } from '../visits/answer-buttons.tsx';
import { useDueWords } from './due-words.ts';
import { GapCard, hasGap, OtherTimeCard, PassedCard, wantsOtherTime } from './proposals.tsx';
import { RequestCard } from './request-card.tsx';
import { useVisitWords } from './visit-words.ts';

type Today = Answer<'getToday'>;
type NextStep = Today['toLog'][number] | Today['reflectionsOwed'][number] | Today['claimsOpen'][number];

/**
 * The one thing to do first: log a visit, else answer a colleague or a family who waits, else fill a team or settle
 * what has passed, else reflect, else send a claim. Whoever only interprets may not plan, and moves no visit.
 */
export function nextStepOf(today: Today, mayPlan: boolean): NextStep | undefined {
  return (
    today.toLog[0] ??
    today.requests[0] ??
    [...today.upcoming, ...today.waiting].find((visit) => mayPlan && wantsOtherTime(visit)) ??
    today.waiting.find((visit) => mayPlan && hasGap(visit)) ??
    today.passed[0] ??
    today.reflectionsOwed[0] ??
    today.claimsOpen[0]
  );
}

interface NextStepCardProps {
  today: Today;
  next: NextStep | undefined;
  onAnswered: (answered: Answered) => void;
}

/** The lit card of the page, with its only amber button. */
export function NextStepCard({ today, next, onAnswered }: NextStepCardProps) {
  const visit = today.toLog.find((one) => one === next);
  const request = today.requests.find((one) => one === next);
  const moved = [...today.upcoming, ...today.waiting].filter(wantsOtherTime).find((one) => one === next);
  const gap = today.waiting.find((one) => one === next);
  const passed = today.passed.find((one) => one === next);
  const owed = today.reflectionsOwed.find((one) => one === next);
  const claim = today.claimsOpen.find((one) => one === next);
  if (visit !== undefined) return <LogCard visit={visit} />;
  if (request !== undefined) return <RequestCard request={request} lit onAnswered={onAnswered} />;
  if (moved !== undefined) return <OtherTimeCard visit={moved} />;
  if (gap !== undefined) return <GapCard proposal={gap} />;
  if (passed !== undefined) return <PassedCard proposal={passed} />;
  if (owed !== undefined) return <ReflectCard owed={owed} today={today.today} />;
  return claim === undefined ? null : <ClaimToSend claim={claim} today={today.today} />;
}

function LogCard({ visit }: { visit: Today['toLog'][number] }) {
  const { t } = useTranslation('today');
  const words = useVisitWords();
  return (
    <Card lit>
      <h2>{t('toLog')}</h2>
      <div>
        <p>
          <strong>{words.title(visit)}</strong>
        </p>
        <p>{words.when(visit)}</p>
      </div>
      <Actions>
        <ButtonLink look="primary" to="/visits/$visitId/log" params={{ visitId: visit.visitId }}>
          {t('logVisit')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function ReflectCard({ owed, today }: { owed: Today['reflectionsOwed'][number]; today: string }) {
  const { t } = useTranslation('today');
  const due = useDueWords(today);
  const { visitId, studentId, givenName } = owed;
  return (
    <Card lit>
      <h2>{t('reflectionFor', { name: givenName })}</h2>
      <p>
        {t('reflectionsHint')} {due(owed.dueOn)}.
      </p>
      <Actions>
        <ButtonLink
          look="primary"
          to="/visits/$visitId/students/$studentId/reflection"
          params={{ visitId, studentId }}
          // Out of its card, in a list of links, the name must still say what is written.
          aria-label={`${t('writeNow')}: ${t('reflectionFor', { name: givenName })}`}
        >
          {t('writeNow')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function ClaimToSend({ claim, today }: { claim: Today['claimsOpen'][number]; today: string }) {
  const { t } = useTranslation('today');
  const dates = useDates();
  const money = useMoney();
  const due = useDueWords(today);
  return (
    <Card lit>
      <h2>{t('claimReady', { amount: money(claim.cents) })}</h2>
      <p>
        {t('claimFor', { day: dates.day(claim.visitDate) })}. {due(claim.dueOn)}.
      </p>
      <Actions>
        <ButtonLink look="primary" to="/my-pay">
          {t('lookAndSend')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
