import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useSchools } from './use-schools.ts';

/** Students of a school by name. No other order and no filter exists: nobody is chosen from here. */
export function SchoolPage() {
  const { t } = useTranslation('district');
  const { schoolId } = useParams({ from: '/signed-in/schools/$schoolId' });
  const { permissions } = useMe();
  const { nameOf } = useSchools();
  const query = useReadList('listStudents', { params: { schoolId }, query: {} });
  return (
    <Page
      title={nameOf(schoolId) ?? t('schools.school')}
      back={<BackLink to="/schools">{t('schools.title')}</BackLink>}
    >
      <Actions>
        {permissions.includes('school:coordinate') && (
          <ButtonLink to="/school-board/$schoolId" params={{ schoolId }}>
            {t('schools.board')}
          </ButtonLink>
        )}
        {permissions.includes('person:read') && (
          <ButtonLink to="/people" search={{ school: schoolId }}>
            {t('schools.people')}
          </ButtonLink>
        )}
      </Actions>
      <Section title={t('schools.students')} hint={t('schools.studentsLead')}>
        <Loaded query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('schools.noStudents')}>
                <p>{t('schools.noStudentsBody')}</p>
              </EmptyState>
            ) : (
              <RecordsTable
                caption={t('schools.students')}
                records={items}
                keyOf={(student) => student.studentId}
                columns={[
                  {
                    name: t('schools.student'),
                    cell: (student) => `${student.givenName} ${student.familyName}`.trim(),
                  },
                  { name: t('schools.grade'), cell: (student) => student.grade ?? '–' },
                ]}
              />
            )
          }
        </Loaded>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}
