import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { EveryStudent } from '../class-lists/students-to-choose.tsx';
import { useSchools } from '../district/use-schools.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    householdSaid?: string;
  }
}

type Students = Answer<'getFamily'>['students'];
type Sibling = Pick<Answer<'listStudents'>['items'][number], 'studentId' | 'givenName' | 'familyName'>;

/** A coordinator says that a child with a household of its own lives in this one. */
export function JoinPage() {
  const { t } = useTranslation('household');
  const { familyId } = useParams({ from: '/signed-in/families/$familyId/household/siblings' });
  const query = useRead('getFamily', { params: { familyId } });
  return (
    <Page
      title={t('joinTitle')}
      lead={t('joinLead')}
      back={
        <BackLink to="/families/$familyId/household" params={{ familyId }}>
          {t('title')}
        </BackLink>
      }
      wide
    >
      <Loaded query={query} lines={6}>
        {({ students }) => <Choose familyId={familyId} students={students} />}
      </Loaded>
    </Page>
  );
}

function Choose({ familyId, students }: { familyId: string; students: Students }) {
  const { t } = useTranslation('household');
  const { schools } = useSchools();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sibling, setSibling] = useState<Sibling | null>(null);
  // A brother or sister may be at another school; the household is reached through a child of one's own.
  const child = students.find((one) => schools.some(({ schoolId }) => schoolId === one.schoolId));
  if (child === undefined) return null;
  const schoolId = chosen ?? child.schoolId;
  return (
    <>
      {schools.length > 1 && (
        <SelectField
          label={t('joinSchool')}
          value={schoolId}
          options={schools.map((school) => ({ value: school.schoolId, label: school.name }))}
          onChange={setChosen}
        />
      )}
      <EveryStudent
        key={schoolId}
        schoolId={schoolId}
        except={(student) => students.some(({ studentId }) => studentId === student.studentId)}
        choice={t('joinChoose')}
        choiceOf={(name) => t('joinChooseOf', { name })}
        onChoose={setSibling}
      />
      {sibling !== null && (
        <JoinDialog
          familyId={familyId}
          studentId={child.studentId}
          sibling={sibling}
          onClose={() => setSibling(null)}
        />
      )}
    </>
  );
}

interface JoinDialogProps {
  familyId: string;
  studentId: string;
  sibling: Sibling;
  onClose: () => void;
}

/** Says who sees what afterwards: it cannot be taken back. */
function JoinDialog({ familyId, studentId, sibling, onClose }: JoinDialogProps) {
  const { t } = useTranslation('household');
  const navigate = useNavigate();
  const name = `${sibling.givenName} ${sibling.familyName}`.trim();
  const join = useCommand('joinHouseholds', {
    onDone: () =>
      navigate({
        to: '/families/$familyId/household',
        params: { familyId },
        state: { householdSaid: t('joined', { name }) },
      }),
  });
  return (
    <ConfirmDialog
      title={t('joinSure', { name })}
      yes={t('joinYes')}
      pending={join.pending}
      problem={join.problem}
      onYes={() => join.send({ params: { studentId }, body: { sibling: sibling.studentId } })}
      onClose={onClose}
    >
      <p>{t('joinSureBody')}</p>
    </ConfirmDialog>
  );
}
