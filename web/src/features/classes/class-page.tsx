import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNames } from '../../i18n/names.ts';
import { Standing } from './standing.tsx';

/** A class in the order of the roster. There is no other order and no filter: nobody is picked out (I13). */
export function ClassPage() {
  const { t } = useTranslation('family');
  const { classId } = useParams({ from: '/signed-in/classes/$classId' });
  const { schools, permissions } = useMe();
  const names = useNames();
  const query = useRead('getClass', { params: { classId } });
  const data = query.data;
  return (
    <Page
      title={data?.name ?? t('classes.title')}
      back={<BackLink to="/classes">{t('classes.title')}</BackLink>}
      eyebrow={data === undefined ? undefined : names.school(schools, data.schoolId)}
      lead={data === undefined ? undefined : t('class.lead', { count: data.students.length })}
    >
      <Loaded query={query} lines={8}>
        {({ students }) =>
          students.length === 0 ? (
            <EmptyState title={t('class.none')}>
              <p>{t('class.noneBody')}</p>
            </EmptyState>
          ) : (
            <>
              <Actions>
                <ButtonLink look="primary" to="/classes/$classId/queue" params={{ classId }}>
                  {t('class.next')}
                </ButtonLink>
                {permissions.includes('family:invite') && (
                  <ButtonLink to="/classes/$classId/letters" params={{ classId }}>
                    {t('class.letters')}
                  </ButtonLink>
                )}
                {data !== undefined && permissions.includes('announcement:send') && (
                  <ButtonLink
                    to="/school-board/$schoolId/announcements/new"
                    params={{ schoolId: data.schoolId }}
                    search={{ class: classId }}
                  >
                    {t('class.announce')}
                  </ButtonLink>
                )}
              </Actions>
              <Section title={t('class.students')}>
                <RowList>
                  {students.map((student) => (
                    <li key={student.studentId}>
                      <RowLink
                        to="/families/$familyId"
                        params={{ familyId: student.familyId }}
                        title={`${student.givenName} ${student.familyName}`.trim()}
                        aside={<Standing student={student} />}
                      />
                    </li>
                  ))}
                </RowList>
              </Section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
