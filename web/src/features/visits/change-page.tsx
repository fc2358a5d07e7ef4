import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ChangeForm } from '../plan/change-form.tsx';
import { useVisitWords } from '../today/visit-words.ts';

/** Another time, place or team for a visit that is still to come. */
export function ChangePage() {
  const { t } = useTranslation(['plan', 'visit']);
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId/change' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  const navigate = useNavigate();
  return (
    <Page
      title={t('plan:change.title')}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId }}>
          {query.data === undefined ? t('visit:when') : words.title(query.data)}
        </BackLink>
      }
      lead={t('plan:change.lead')}
    >
      <Loaded query={query} lines={8}>
        {(visit) =>
          visit.status === 'proposed' || visit.status === 'scheduled' ? (
            <ChangeForm
              visit={visit}
              onChanged={() =>
                navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'changed' } })
              }
            />
          ) : (
            <EmptyState title={t('plan:change.closed')} />
          )
        }
      </Loaded>
    </Page>
  );
}
