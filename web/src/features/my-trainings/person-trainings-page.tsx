import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { useCertificateWords } from '../../components/certificate-line.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { CertificateRows, TrainingRows } from './history.tsx';

/** Trainings and certificates of one person, for those who keep them. */
export function PersonTrainingsPage() {
  const { t } = useTranslation('training');
  const { today } = useMe();
  const words = useCertificateWords();
  const { personId } = useParams({ from: '/signed-in/people/$personId/trainings' });
  const query = useRead('getTrainingHistory', { params: { personId } });
  const { data } = query;
  return (
    <Page
      title={data === undefined ? t('history.trainings') : t('history.title', { name: data.name })}
      back={<BackLink to="/people">{t('history.back')}</BackLink>}
      lead={data === undefined ? '' : words(data.certificate, today)}
    >
      <Loaded query={query} lines={5}>
        {({ trainings, certificates }) => (
          <>
            <Section title={t('history.trainings')}>
              <TrainingRows trainings={trainings} />
            </Section>
            <CertificateRows title={t('history.certificates')} certificates={certificates} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
