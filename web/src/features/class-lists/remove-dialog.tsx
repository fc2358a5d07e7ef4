import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';

interface RemoveDialogProps {
  classId: string;
  studentId: string;
  name: string;
  onClose: () => void;
  onDone: () => void;
}

/** Somebody was written down by mistake, or comes no more. */
export function RemoveDialog({ classId, studentId, name, onClose, onDone }: RemoveDialogProps) {
  const { t } = useTranslation('lists');
  const remove = useCommand('removeExpectedStudent', { onDone });
  return (
    <ConfirmDialog
      title={t('removeTitle', { name })}
      yes={t('remove')}
      look="danger"
      pending={remove.pending}
      problem={remove.problem}
      onYes={() => remove.send({ params: { classId, studentId } })}
      onClose={onClose}
    >
      <p>{t('removeBody')}</p>
    </ConfirmDialog>
  );
}
