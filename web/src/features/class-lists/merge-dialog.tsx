import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';

interface MergeDialogProps {
  studentId: string;
  name: string;
  into: Pick<Answer<'mergeStudent'>, 'studentId' | 'givenName' | 'familyName'>;
  onClose: () => void;
  onDone: (merged: string) => void | Promise<void>;
}

/** Says what a merge does before it is done: it cannot be taken back. */
export function MergeDialog({ studentId, name, into, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation('lists');
  const merge = useCommand('mergeStudent', {
    onDone: ({ givenName, familyName }) => onDone(`${givenName} ${familyName}`.trim()),
  });
  const other = `${into.givenName} ${into.familyName}`.trim();
  return (
    <ConfirmDialog
      title={t('mergeSure', { name, other })}
      yes={t('mergeYes')}
      pending={merge.pending}
      problem={merge.problem}
      onYes={() => merge.send({ params: { studentId }, body: { into: into.studentId } })}
      onClose={onClose}
    >
      <p>{t('mergeSureBody')}</p>
    </ConfirmDialog>
  );
}
