import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useSaid } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { CertificateNote } from '../taking-part/certificate-note.tsx';
import { OptInCard, useOptIn } from '../taking-part/opt-in-card.tsx';
import type { Answered } from '../visits/answer-buttons.tsx';
import { useDueWords } from './due-words.ts';
import { SaidYes, SecondVisits, useSaidYes } from './families-to-plan.tsx';
import { NextStepCard, nextStepOf } from './next-step-card.tsx';
import { OwnClasses, Quiet, useInvites } from './own-classes.tsx';
import { LateEntriesCard, OwnSchools, useOwnSchools } from './own-schools.tsx';
import { hasGap, ProposalRows } from './proposals.tsx';
import { RequestCard } from './request-card.tsx';
import { useVisitWords } from './visit-words.ts';

type Today = Answer<'getToday'>;

/** The day's parts in the order of their weight; a part with nothing in it is not shown. */
export function TodayTasks({ today }: { today: Today }) {
  const { t } = useTranslation(['request', 'today']);
  const arrivedWith = useSaid();
  const [answered, setAnswered] = useState<Answered | null>(arrivedWith === 'saidNo' ? 'saidNo' : null);
  const { permissions } = useMe();
  const next = nextStepOf(today, permissions.includes('visit:schedule'));
  const saidYes = useSaidYes(today.classes).families;
  const { schools } = useOwnSchools();
  const optIn = useOptIn();
  // One amber button: one's own next step, else the question whether one takes part, else what waits at the school.
  const calm = next === undefined && !optIn.asks;
  const late = calm ? schools.find((school) => school.late > 0) : undefined;
  const quiet =
    calm &&
    late === undefined &&
    [saidYes, today.upcoming, today.waiting, today.lateEntries, today.secondVisits, today.lookBacks].flat()
      .length === 0;
  const invites = useInvites(today.classes) && quiet;
  const others = (proposals: Today['waiting']) => proposals.filter((one) => one !== next);
  return (
    <>
      <StatusLine>{answered !== null && t(answered)}</StatusLine>
      <NextStepCard today={today} next={next} onAnswered={setAnswered} />
      <OptInCard optIn={optIn} lit={next === undefined} />
      {late !== undefined && <LateEntriesCard school={late} />}
      {others(today.requests).map((request) => (
        <RequestCard key={request.visitId} request={request} lit={false} onAnswered={setAnswered} />
      ))}
      <ToLog visits={today.toLog.filter((visit) => visit !== next)} />
      <SaidYes families={saidYes} />
      <ProposalRows title={t('gap.more')} proposals={others(today.waiting.filter(hasGap))} />
      <ProposalRows title={t('passed.more')} proposals={others(today.passed)} />
      <VisitRows title={t('today:upcoming')} visits={others(today.upcoming)} />
      <ProposalRows
        title={t('waiting.title')}
        hint={t('waiting.hint')}
        proposals={others(today.waiting.filter((one) => !hasGap(one)))}
      />
      <VisitRows
        title={t('today:lateEntries')}
        hint={t('today:lateEntriesHint')}
        visits={today.lateEntries}
      />
      <Reflections owed={today.reflectionsOwed.filter((one) => one !== next)} today={today.today} />
      <CertificateNote />
      <Claims claims={today.claimsOpen.filter((claim) => claim !== next)} />
      <LookBacks rows={today.lookBacks} />
      <SecondVisits rows={today.secondVisits} />
      {quiet && <Quiet classes={today.classes} invites={invites} />}
      <OwnSchools schools={schools.filter((school) => school !== late)} />
      <OwnClasses classes={today.classes} invitesAbove={invites} />
    </>
  );
}

function ToLog({ visits }: { visits: Today['toLog'] }) {
  const { t } = useTranslation('today');
  const words = useVisitWords();
  if (visits.length === 0) return null;
  return (
    <Section title={t('alsoToLog')} hint={t('toLogHint')}>
      <RowList>
        {visits.map((visit) => (
          <li key={visit.visitId}>
            <RowLink
              to="/visits/$visitId/log"
              params={{ visitId: visit.visitId }}
              title={words.title(visit)}
              detail={words.when(visit)}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

function VisitRows({ title, hint, visits }: { title: string; hint?: string; visits: Today['upcoming'] }) {
  const words = useVisitWords();
  if (visits.length === 0) return null;
  return (
    <Section title={title} hint={hint}>
      <RowList>
        {visits.map((visit) => (
          <li key={visit.visitId}>
            <RowLink
              to="/visits/$visitId"
              params={{ visitId: visit.visitId }}
              title={words.title(visit)}
              detail={words.detail(visit)}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

function Reflections({ owed, today }: { owed: Today['reflectionsOwed']; today: string }) {
  const { t } = useTranslation('today');
  const due = useDueWords(today);
  if (owed.length === 0) return null;
  return (
    <Section title={t('reflections')} hint={t('reflectionsHint')}>
      <RowList>
        {owed.map((one) => (
          <li key={`${one.visitId} ${one.studentId}`}>
            <RowLink
              to="/visits/$visitId/students/$studentId/reflection"
              params={{ visitId: one.visitId, studentId: one.studentId }}
              title={t('reflectionFor', { name: one.givenName })}
              aside={<Tag tone={one.dueOn < today ? 'bad' : 'waiting'}>{due(one.dueOn)}</Tag>}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

function Claims({ claims }: { claims: Today['claimsOpen'] }) {
  const { t } = useTranslation('today');
  const { today } = useMe();
  const dates = useDates();
  const money = useMoney();
  const due = useDueWords(today);
  if (claims.length === 0) return null;
  return (
    <Section title={t('claims')}>
      <RowList>
        {claims.map((claim) => (
          <li key={claim.visitId}>
            <RowLink
              to="/my-pay"
              title={t('claimFor', { day: dates.shortDay(claim.visitDate) })}
              detail={due(claim.dueOn)}
              aside={money(claim.cents)}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

function LookBacks({ rows }: { rows: Today['lookBacks'] }) {
  const { t } = useTranslation('today');
  if (rows.length === 0) return null;
  return (
    <Section title={t('lookBacks')} hint={t('lookBacksHint')}>
      <RowList>
        {rows.map(({ visitId, studentId, givenName }) => (
          <li key={`${visitId} ${studentId}`}>
            <RowLink
              to="/visits/$visitId/students/$studentId/look-back"
              params={{ visitId, studentId }}
              title={t('lookBackOn', { name: givenName })}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
