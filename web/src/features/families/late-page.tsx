import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { LateForm } from '../plan/late-form.tsx';
import { schoolToAskAt } from '../plan/school-to-ask-at.ts';
import { useFamilyName } from './family-name.ts';

/** Writes down a visit with a family that took place without having been arranged here. */
export function LatePage() {
  const { t } = useTranslation(['plan', 'family']);
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/late' });
  const query = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const navigate = useNavigate();
  const { schools } = useMe();
  return (
    <Page
      title={t('plan:late.title')}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {query.data === undefined ? t('family:classes.title') : familyName(query.data)}
        </BackLink>
      }
      lead={t('plan:late.lead')}
    >
      <Loaded query={query} lines={8}>
        {(data) => {
          const first = data.students.find((student) => student.nextVisit !== null);
          return first === undefined ? (
            <EmptyState title={t('plan:nobodyToVisit')} />
          ) : (
            <LateForm
              data={data}
              schoolId={schoolToAskAt(
                schools,
                data.students.map(({ schoolId }) => schoolId),
              )}
              onSent={async (visitId) => {
                await navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'late' } });
              }}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
