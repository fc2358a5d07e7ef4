import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/contract/errors.ts';
import { Actions } from './actions.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What happens on a yes. */
  children: ReactNode;
  yes: string;
  /** `danger` takes something away. */
  look?: 'primary' | 'danger';
  /** The way out, where "Cancel" could be misread. */
  no?: string;
  /** While true a yes is on its way. */
  pending?: boolean;
  problem?: Problem | null;
  onYes: () => void;
  onClose: () => void;
}

/** One question before something that is not easily undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { title, children, yes, look = 'primary', no = t('cancel'), pending = false, problem = null } = props;
  return (
    <Dialog title={title} onClose={props.onClose}>
      {children}
      <ProblemAlert problem={problem} />
      <Actions>
        <Button look={look} pending={pending} onClick={props.onYes}>
          {yes}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {no}
        </Button>
      </Actions>
    </Dialog>
  );
}
