import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useFamilyName } from './family-name.ts';
import { ScheduleForm } from './schedule-form.tsx';

/** Plans the family's next visit. */
export function SchedulePage() {
  const { t } = useTranslation('family');
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/schedule' });
  const query = useRead('getFamily', { params: { familyId } });
  const familyName = useFamilyName();
  const navigate = useNavigate();
  const name = query.data === undefined ? t('classes.title') : familyName(query.data);
  return (
    <Page
      title={t('schedule.title')}
      back={
        <BackLink to="/families/$familyId" params={{ familyId }}>
          {name}
        </BackLink>
      }
      lead={t('schedule.lead')}
    >
      <Loaded query={query} lines={8}>
        {(data) => {
          const students = data.students.filter((student) => student.nextVisit !== null);
          const first = students[0];
          return first === undefined ? (
            <EmptyState title={t('schedule.nobodyToVisit')} />
          ) : (
            <ScheduleForm
              familyId={familyId}
              students={students}
              schoolId={first.schoolId}
              onPlanned={async (visitId) => {
                await navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'scheduled' } });
              }}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
