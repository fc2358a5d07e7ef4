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

/** What choosing a student says, at the head of the column and on each button. */
interface Choice {
  choice: string;
  choiceOf: (name: string) => string;
  onChoose: (student: Student) => void;
}
interface CandidatesProps extends Choice {
  students: readonly Student[];
  caption: string;
}

/** Students by name with a button to choose one. */
export function Candidates({ students, caption, choice, choiceOf, onChoose }: CandidatesProps) {
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
          name: choice,
          cell: (student) => (
            <Button aria-label={choiceOf(nameOf(student))} onClick={() => onChoose(student)}>
              {choice}
            </Button>
          ),
        },
      ]}
    />
  );
}

interface EveryStudentProps extends Choice {
  schoolId: string;
  /** Who is not to be chosen. */
  except: (student: Student) => boolean;
}

/** Everybody at the school, to look for another spelling. */
export function EveryStudent({ schoolId, except, ...choice }: EveryStudentProps) {
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
              !except(student) &&
              `${foldedName(student.givenName)} ${foldedName(student.familyName)}`.includes(folded),
          );
          return shown.length === 0 ? (
            <p>{t('noMatch')}</p>
          ) : (
            <Candidates students={shown.slice(0, 30)} caption={t('everybody')} {...choice} />
          );
        }}
      </Loaded>
      {folded === '' && <MoreButton query={query} />}
    </>
  );
}
