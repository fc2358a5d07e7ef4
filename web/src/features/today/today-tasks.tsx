import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useSaid } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { useNames } from '../../i18n/names.ts';
import { CertificateNote } from '../taking-part/certificate-note.tsx';
import { OptInCard } from '../taking-part/opt-in-card.tsx';
import type { Answered } from '../visits/answer-buttons.tsx';
import { useDueWords } from './due-words.ts';
import { SaidYes, SecondVisits, useSaidYes } from './families-to-plan.tsx';
import { NextStepCard, nextStepOf } from './next-step-card.tsx';
import { hasGap, ProposalRows } from './proposals.tsx';
import { RequestCard } from './request-card.tsx';
import { useVisitWords } from './visit-words.ts';

type Today = Answer<'getToday'>;

/** The day's parts in the order of their weight; a part with nothing in it is not shown. */
export function TodayTasks({ today }: { today: Today }) {
  const { t } = useTranslation('request');
  const arrivedWith = useSaid();
  const [answered, setAnswered] = useState<Answered | null>(arrivedWith === 'saidNo' ? 'saidNo' : null);
  const next = nextStepOf(today);
  const saidYes = useSaidYes(today.classes).families;
  const quiet =
    next === undefined &&
    [saidYes, today.upcoming, today.waiting, today.secondVisits, today.lookBacks].flat().length === 0;
  const others = (proposals: Today['waiting']) => proposals.filter((one) => one !== next);
  return (
    <>
      <StatusLine>{answered !== null && t(answered)}</StatusLine>
      <OptInCard />
      <NextStepCard today={today} next={next} onAnswered={setAnswered} />
      {others(today.requests).map((request) => (
        <RequestCard key={request.visitId} request={request} lit={false} onAnswered={setAnswered} />
      ))}
      <ToLog visits={today.toLog.filter((visit) => visit !== next)} />
      <SaidYes families={saidYes} />
      <ProposalRows title={t('gap.more')} proposals={others(today.waiting.filter(hasGap))} />
      <ProposalRows title={t('passed.more')} proposals={others(today.passed)} />
      <Upcoming visits={others(today.upcoming)} />
      <ProposalRows
        title={t('waiting.title')}
        hint={t('waiting.hint')}
        proposals={others(today.waiting.filter((one) => !hasGap(one)))}
      />
      <Reflections owed={today.reflectionsOwed.filter((one) => one !== next)} today={today.today} />
      <CertificateNote />
      <Claims claims={today.claimsOpen.filter((claim) => claim !== next)} />
      <LookBacks rows={today.lookBacks} />
      <SecondVisits rows={today.secondVisits} />
      {quiet && <Quiet classes={today.classes} />}
      <Classes classes={today.classes} />
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

function Upcoming({ visits }: { visits: Today['upcoming'] }) {
  const { t } = useTranslation('today');
  const words = useVisitWords();
  if (visits.length === 0) return null;
  return (
    <Section title={t('upcoming')}>
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

function Quiet({ classes }: { classes: Today['classes'] }) {
  const { t } = useTranslation('today');
  const first = classes[0];
  if (first === undefined) {
    return (
      <EmptyState title={t('noClasses')}>
        <p>{t('noClassesBody')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('quiet')}>
      <p>{t('quietBody')}</p>
      <ButtonLink look="primary" to="/classes/$classId/queue" params={{ classId: first.classId }}>
        {t('inviteNext')}
      </ButtonLink>
    </EmptyState>
  );
}

function Classes({ classes }: { classes: Today['classes'] }) {
  const { t } = useTranslation('today');
  const { schools } = useMe();
  const names = useNames();
  // With several classes the way leads through each of them.
  const only = classes.length === 1 ? classes[0] : undefined;
  if (classes.length === 0) return null;
  return (
    <Section title={t('classes')}>
      <RowList>
        {classes.map((one) => (
          <li key={one.classId}>
            <RowLink
              to="/classes/$classId"
              params={{ classId: one.classId }}
              title={one.name}
              detail={names.school(schools, one.schoolId) ?? t('openClass')}
            />
          </li>
        ))}
        {only !== undefined && (
          <li>
            <RowLink
              to="/classes/$classId/queue"
              params={{ classId: only.classId }}
              title={t('inviteNext')}
              detail={t('inviteNextHint')}
            />
          </li>
        )}
      </RowList>
    </Section>
  );
}
