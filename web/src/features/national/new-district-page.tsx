import { useTranslation } from 'react-i18next';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Page } from '../../components/ui/page.tsx';
import { NewDistrictForm } from './new-district-form.tsx';

/** Opens a district, with a common school year and policy to start from. */
export function NewDistrictPage() {
  const { t } = useTranslation('national');
  return (
    <Page
      title={t('createPage.title')}
      lead={t('createPage.lead')}
      back={<BackLink to="/districts">{t('title')}</BackLink>}
    >
      <NewDistrictForm />
    </Page>
  );
}
