import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

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
  const { t: shell } = useTranslation();
  const remove = useCommand('removeExpectedStudent', { onDone });
  return (
    <Dialog title={t('removeTitle', { name })} onClose={onClose}>
      <p>{t('removeBody')}</p>
      <ProblemAlert problem={remove.problem} />
      <Actions>
        <Button
          look="danger"
          pending={remove.pending}
          onClick={() => remove.send({ params: { classId, studentId } })}
        >
          {t('remove')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
