import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { foldedName } from '#shared/domain/roster/expected-names.ts';
import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';
import { Button } from '../../components/ui/button.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

type Student = Answer<'getClassLists'>['open'][number]['sameName'][number];
const nameOf = ({ givenName, familyName }: Student): string => `${givenName} ${familyName}`.trim();

interface CandidatesProps {
  students: readonly Student[];
  caption: string;
  onChoose: (student: Student) => void;
}

/** Students by name with a button that says: the same child. */
export function Candidates({ students, caption, onChoose }: CandidatesProps) {
  const { t } = useTranslation('lists');
  return (
    <RecordsTable
      caption={caption}
      records={students}
      keyOf={(student) => student.studentId}
      columns={[
        {
          name: t('choose_student'),
          cell: (student) => nameOf(student),
        },
        { name: t('grade'), cell: (student) => student.grade ?? '–' },
        {
          name: t('mergeWith'),
          cell: (student) => (
            <Button
              aria-label={t('mergeWithOf', { name: nameOf(student) })}
              onClick={() => onChoose(student)}
            >
              {t('mergeWith')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** Everybody at the school, to look for another spelling. */
export function EveryStudent({
  schoolId,
  except,
  onChoose,
}: {
  schoolId: string;
  except: string;
  onChoose: (student: Student) => void;
}) {
  const { t } = useTranslation('lists');
  const [wanted, setWanted] = useState('');
  const query = useReadList('listStudents', { params: { schoolId }, query: { limit: 100 } });
  const folded = foldedName(wanted);
  useWholeList(query, folded !== '');
  return (
    <>
      <TextField label={t('find')} value={wanted} onChange={setWanted} optional maxLength={80} />
      <Loaded query={query} lines={4}>
        {({ items }) => {
          const shown = items.filter(
            (student) =>
              student.studentId !== except &&
              `${foldedName(student.givenName)} ${foldedName(student.familyName)}`.includes(folded),
          );
          return shown.length === 0 ? (
            <p>{t('noMatch')}</p>
          ) : (
            <Candidates students={shown.slice(0, 30)} caption={t('everybody')} onChoose={onChoose} />
          );
        }}
      </Loaded>
      {folded === '' && <MoreButton query={query} />}
    </>
  );
}
