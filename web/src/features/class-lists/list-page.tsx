import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useArrival } from '../../app/said.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { Standing } from '../classes/standing.tsx';
import { AddStudents } from './add-students.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Class = Answer<'getClass'>;

/** One class list: who is on it, and putting more students there. */
export function ListPage() {
  const { t } = useTranslation('lists');
  const { classId } = useParams({ from: '/signed-in/class-lists/$classId' });
  const { listSaid } = useArrival();
  const [said, setSaid] = useState<string | null>(null);
  const query = useRead('getClass', { params: { classId } });
  const { data } = query;
  const back = data && (
    <BackLink to="/class-lists/schools/$schoolId" params={{ schoolId: data.schoolId }}>
      {t('title')}
    </BackLink>
  );
  return (
    <Page
      title={data?.name ?? t('title')}
      eyebrow={data?.year}
      back={back ?? <BackLink to="/class-lists">{t('title')}</BackLink>}
      wide
    >
      <StatusLine>{said ?? (data?.students.length === 0 ? listSaid : null)}</StatusLine>
      <Loaded query={query} lines={6}>
        {(one) => (
          <>
            <OnList one={one} onSaid={setSaid} />
            <AddStudents classId={classId} schoolId={one.schoolId} onSaid={setSaid} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OnList({ one, onSaid }: { one: Class; onSaid: (said: string) => void }) {
  const { t } = useTranslation('lists');
  const lists = useRead('getClassLists', { params: { schoolId: one.schoolId } });
  const [leaving, setLeaving] = useState<Class['students'][number] | null>(null);
  const expected = lists.data?.lists.some(({ classId }) => classId === one.classId) ?? true;
  const nameOf = (student: Class['students'][number]) => `${student.givenName} ${student.familyName}`.trim();
  return (
    <Section title={t('list')}>
      {!expected && <Notice>{t('fromRoster')}</Notice>}
      {one.students.length === 0 ? (
        <p>{t('listNone')}</p>
      ) : (
        <>
          <RecordsTable
            caption={t('list')}
            records={one.students}
            keyOf={(student) => student.studentId}
            columns={[
              { name: t('student'), cell: nameOf },
              { name: t('standing'), cell: (student) => <Standing student={student} /> },
              {
                name: t('remove'),
                cell: (student) =>
                  expected && (
                    <Button
                      look="quiet"
                      aria-label={t('removeOf', { name: nameOf(student) })}
                      onClick={() => setLeaving(student)}
                    >
                      {t('remove')}
                    </Button>
                  ),
              },
            ]}
          />
          <Actions>
            <ButtonLink to="/classes/$classId" params={{ classId: one.classId }}>
              {t('toClass')}
            </ButtonLink>
          </Actions>
        </>
      )}
      {leaving !== null && (
        <RemoveDialog
          classId={one.classId}
          studentId={leaving.studentId}
          name={nameOf(leaving)}
          onClose={() => setLeaving(null)}
          onDone={() => {
            onSaid(t('removed', { name: nameOf(leaving) }));
            setLeaving(null);
          }}
        />
      )}
    </Section>
  );
}
