import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Row, RowList } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { CompletionsForm } from './completions-form.tsx';

/** One training: who completed it, and adding to them. */
export function TrainingPage() {
  const { t } = useTranslation('coordinator');
  const dates = useDates();
  const { trainingId } = useParams({ from: '/signed-in/trainings/$trainingId' });
  const created = useLocation().state.created === true;
  const query = useRead('getTraining', { params: { trainingId } });
  const { data } = query;
  return (
    <Page
      title={data?.title ?? t('trainings.title')}
      back={<BackLink to="/trainings">{t('trainings.title')}</BackLink>}
      lead={data === undefined ? '' : t('training.held', { day: dates.day(data.heldOn) })}
    >
      <StatusLine>{created && data?.attendees.length === 0 && t('training.recorded')}</StatusLine>
      <Loaded query={query} lines={6}>
        {(training) => (
          <>
            <CompletionsForm training={training} />
            <Attendees attendees={training.attendees} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Attendees({ attendees }: { attendees: Answer<'getTraining'>['attendees'] }) {
  const { t } = useTranslation('coordinator');
  const byName = [...attendees].sort((one, other) => one.name.localeCompare(other.name));
  return (
    <Section title={t('training.attendees')}>
      {byName.length === 0 ? (
        <p>{t('training.attendeesNone')}</p>
      ) : (
        <RowList>
          {byName.map((one) => (
            <li key={one.personId}>
              <Row title={one.name} />
            </li>
          ))}
        </RowList>
      )}
    </Section>
  );
}
