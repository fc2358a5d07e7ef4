import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

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
  const { t: shell } = useTranslation();
  const merge = useCommand('mergeStudent', {
    onDone: ({ givenName, familyName }) => onDone(`${givenName} ${familyName}`.trim()),
  });
  const other = `${into.givenName} ${into.familyName}`.trim();
  return (
    <Dialog title={t('mergeSure', { name, other })} onClose={onClose}>
      <p>{t('mergeSureBody')}</p>
      <ProblemAlert problem={merge.problem} />
      <Actions>
        <Button
          look="primary"
          pending={merge.pending}
          onClick={() => merge.send({ params: { studentId }, body: { into: into.studentId } })}
        >
          {t('mergeYes')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
