import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useArrival } from '../../app/said.ts';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Row, RowLink, RowList } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { CompletionsForm } from './completions-form.tsx';
import { mayKeep } from './may-keep.ts';
import { TrainingPlan } from './training-plan.tsx';

type Training = Answer<'getTraining'>;

/** One training: before it, when and where it is and who signed up; once it has begun, who was there. */
export function TrainingPage() {
  const { t } = useTranslation(['coordinator', 'training']);
  const dates = useDates();
  const { trainingId } = useParams({ from: '/signed-in/trainings/$trainingId' });
  const { created, said } = useArrival();
  const query = useRead('getTraining', { params: { trainingId } });
  const { data } = query;
  const day = data === undefined ? '' : dates.day(data.heldOn);
  const arrival =
    data === undefined
      ? null
      : said === 'changed'
        ? t('plan.changed', { ns: 'training' })
        : created !== true || data.attendees.length > 0
          ? null
          : data.plan === null
            ? t('training.recorded')
            : t('plan.planned', { ns: 'training' });
  return (
    <Page
      title={data?.title ?? t('trainings.title')}
      back={<BackLink to="/trainings">{t('trainings.title')}</BackLink>}
      lead={data === undefined ? '' : data.begun ? t('training.held', { day }) : day}
    >
      <StatusLine>{arrival}</StatusLine>
      <Loaded query={query} lines={6}>
        {(training) => <Parts training={training} />}
      </Loaded>
    </Page>
  );
}

function Parts({ training }: { training: Training }) {
  const { t } = useTranslation(['coordinator', 'training']);
  const dates = useDates();
  const me = useMe();
  const { district } = me;
  const keeps = mayKeep(me, training);
  const recorded = training.attendees.filter(({ status }) => !['signed_up', 'waiting'].includes(status));
  if (training.cancelledAt !== null)
    return (
      <Notice>
        <p>
          {t('plan.cancelled', {
            ns: 'training',
            day: dates.shortDay(dates.localDateOf(training.cancelledAt, district.timeZone)),
          })}
        </p>
      </Notice>
    );
  return (
    <>
      {!keeps && <Notice>{t('plan.keptElsewhere', { ns: 'training' })}</Notice>}
      {keeps && training.begun && <CompletionsForm training={training} />}
      {training.plan !== null && <TrainingPlan training={training} plan={training.plan} keeps={keeps} />}
      {training.begun && (
        <Section title={t('training.attendees')}>
          {recorded.length === 0 ? <p>{t('training.attendeesNone')}</p> : <Attendees attendees={recorded} />}
        </Section>
      )}
    </>
  );
}

function Attendees({ attendees }: { attendees: Training['attendees'] }) {
  const { t } = useTranslation('training');
  const { permissions } = useMe();
  const byName = [...attendees].sort((one, other) => one.name.localeCompare(other.name));
  return (
    <RowList>
      {byName.map(({ personId, name, status, minutes }) => {
        const row = {
          title: name,
          detail: minutes === null ? undefined : t('minutes', { minutes }),
          aside: <Tag tone={status === 'completed' ? 'good' : 'plain'}>{t(`status.${status}`)}</Tag>,
        };
        return (
          <li key={personId}>
            {permissions.includes('training:manage') ? (
              <RowLink to="/people/$personId/trainings" params={{ personId }} {...row} />
            ) : (
              <Row {...row} />
            )}
          </li>
        );
      })}
    </RowList>
  );
}
