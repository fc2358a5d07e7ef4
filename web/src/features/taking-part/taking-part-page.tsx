import { useTranslation } from 'react-i18next';
import { Page } from '../../components/ui/page.tsx';
import { AvailabilityForm } from './availability-form.tsx';
import { CertificateNote } from './certificate-note.tsx';
import { OwnAnswer } from './own-answer.tsx';

/** One's own yes or no, the certificate, languages and free times. */
export function TakingPartPage() {
  const { t } = useTranslation('part');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <OwnAnswer />
      <CertificateNote />
      <AvailabilityForm />
    </Page>
  );
}
