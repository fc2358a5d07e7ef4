import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ReflectionOnPhone } from './reflection-on-phone.tsx';

/** One's own reflection about one child after one visit. */
export function ReflectionPage() {
  const { t } = useTranslation(['reflection', 'shell']);
  const params = useParams({ from: '/signed-in/visits/$visitId/students/$studentId/reflection' });
  const query = useRead('getMyReflection', { params });
  return (
    <Page
      title={t('reflection:title', { name: query.data?.reflection.givenName ?? '…' })}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId: params.visitId }}>
          {t('shell:back')}
        </BackLink>
      }
      lead={t('reflection:lead')}
    >
      <Loaded query={query} lines={6}>
        {(data) => <ReflectionOnPhone data={data} />}
      </Loaded>
    </Page>
  );
}
