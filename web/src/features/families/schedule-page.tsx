import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { FamilyHopes } from '../hopes/family-hopes.tsx';
import { FamilyWishes } from '../plan/family-wishes.tsx';
import { ScheduleForm } from '../plan/schedule-form.tsx';
import { schoolToAskAt } from '../plan/school-to-ask-at.ts';
import { useFamilyName } from './family-name.ts';

/** Plans the family's next visit. */
export function SchedulePage() {
  const { t } = useTranslation(['plan', 'family']);
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/schedule' });
  const query = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const navigate = useNavigate();
  const { schools } = useMe();
  const name = query.data === undefined ? t('family:classes.title') : familyName(query.data);
  return (
    <Page
      title={t('plan:title')}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {name}
        </BackLink>
      }
      lead={t('plan:lead')}
    >
      <Loaded query={query} lines={8}>
        {(data) => {
          const first = data.students.find((student) => student.nextVisit !== null);
          return first === undefined ? (
            <EmptyState title={t('plan:nobodyToVisit')} />
          ) : (
            <>
              {data.students.some(({ nextVisit }) => (nextVisit ?? 0) > 1) && (
                <FamilyHopes familyId={familyId} />
              )}
              <FamilyWishes wishes={data.invitation.wishes} />
              <ScheduleForm
                data={data}
                schoolId={schoolToAskAt(
                  schools,
                  data.students.map(({ schoolId }) => schoolId),
                )}
                onPlanned={async (visitId) => {
                  await navigate({
                    to: '/visits/$visitId',
                    params: { visitId },
                    state: { said: 'proposed' },
                  });
                }}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
