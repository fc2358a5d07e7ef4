import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { ClaimsToDecide } from './claims-to-decide.tsx';

/** Claims that wait for approval: of the own school, or of the district. */
export function ClaimsPage() {
  const { t } = useTranslation('coordinator');
  const query = useReadList('listClaims', { query: { status: 'submitted' } });
  const [said, setSaid] = useState<string | null>(null);
  const count = query.data?.items.length;
  const lead =
    count === undefined
      ? ''
      : count === 0
        ? t('claims.leadNothing')
        : t(query.hasNextPage ? 'claims.leadMore' : 'claims.lead', { count });
  return (
    <Page title={t('claims.title')} lead={lead} wide>
      <StatusLine>{said}</StatusLine>
      <Loaded query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('claims.none')}>
              <p>{t('claims.noneBody')}</p>
            </EmptyState>
          ) : (
            <ClaimsToDecide claims={items} onSaid={setSaid} />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}
