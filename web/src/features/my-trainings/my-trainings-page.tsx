import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { CertificateLine } from '../../components/certificate-line.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNextTrainingWords } from '../taking-part/next-training.ts';
import { CertificateRows, TrainingRows } from './history.tsx';
import { type Joined, UpcomingTraining } from './upcoming-training.tsx';

type MyTrainings = Answer<'getMyTrainings'>;

/** One's own certificate, the trainings one can sign up for, and what one took part in. */
export function MyTrainingsPage() {
  const { t } = useTranslation('training');
  const dates = useDates();
  const { certificate, today } = useMe();
  const query = useRead('getMyTrainings', {});
  const next = useNextTrainingWords();
  const day = certificate === null ? '' : dates.shortDay(certificate.expiresOn);
  const standing = certificate === null ? 'none' : certificate.expiresOn < today ? 'ended' : 'valid';
  const way = standing === 'valid' || query.isLoading ? '' : next(standing, query.data);
  return (
    <Page title={t('mine.title')} lead={`${t(`mine.${standing}`, { day })} ${way}`.trim()}>
      <Loaded query={query} lines={6}>
        {(data) => <Mine data={data} />}
      </Loaded>
    </Page>
  );
}

function Mine({ data }: { data: MyTrainings }) {
  const { t } = useTranslation('training');
  const [joined, setJoined] = useState<Joined | null>(null);
  const coming = new Set(data.upcoming.map(({ training }) => training.trainingId));
  return (
    <>
      <StatusLine>{joined !== null && t(`mine.${joined}`)}</StatusLine>
      <Certificate data={data} />
      <Section title={t('mine.upcoming')} hint={t('mine.upcomingHint')}>
        {data.upcoming.length === 0 ? (
          <EmptyState title={t('mine.noUpcoming')}>
            <p>{t('mine.noUpcomingBody')}</p>
          </EmptyState>
        ) : (
          <CardList>
            {data.upcoming.map((upcoming) => (
              <li key={upcoming.training.trainingId}>
                <UpcomingTraining upcoming={upcoming} renewal={data.renewal} onJoined={setJoined} />
              </li>
            ))}
          </CardList>
        )}
      </Section>
      <Section title={t('mine.history')} hint={t('mine.historyHint')}>
        <TrainingRows trainings={data.trainings.filter(({ training }) => !coming.has(training.trainingId))} />
      </Section>
      {data.certificates.length > 1 && (
        <CertificateRows title={t('mine.certificates')} certificates={data.certificates} />
      )}
    </>
  );
}

function Certificate({ data: { certificate, renewal } }: { data: MyTrainings }) {
  const { t } = useTranslation('training');
  const dates = useDates();
  const { today } = useMe();
  if (certificate === null) return null;
  return (
    <Section title={t('mine.certificate')}>
      <Card>
        <Facts
          items={[
            [
              t('mine.certificateLine'),
              <CertificateLine key="certificate" certificate={certificate} day={today} />,
            ],
            [
              t('mine.renewal'),
              renewal === null || renewal.until < today
                ? null
                : t('mine.renewalWindow', {
                    from: dates.shortDay(renewal.from),
                    until: dates.shortDay(renewal.until),
                  }),
            ],
          ]}
        />
      </Card>
    </Section>
  );
}
