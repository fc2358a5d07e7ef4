import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Section } from '../../components/ui/section.tsx';
import { DraftRows } from './draft-rows.tsx';
import { OneStudentForm } from './one-student-form.tsx';
import { PasteRows } from './paste-rows.tsx';
import { useDraftRows } from './use-draft-rows.ts';

interface AddStudentsProps {
  classId: string;
  schoolId: string;
  onSaid: (said: string) => void;
}

/** Students come onto a list by pasted rows, by a file, or one by one; then they are looked at and saved together. */
export function AddStudents({ classId, schoolId, onSaid }: AddStudentsProps) {
  const { t } = useTranslation('lists');
  const draft = useDraftRows(classId, schoolId);
  return (
    <>
      <Section title={t('add')}>
        <Disclosure summary={t('pasteTitle')} open>
          <PasteRows draft={draft} />
        </Disclosure>
        <Disclosure summary={t('oneTitle')}>
          <OneStudentForm draft={draft} />
        </Disclosure>
      </Section>
      <DraftRows draft={draft} onSaid={onSaid} />
    </>
  );
}
