import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/contract/errors.ts';
import { Actions } from './actions.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { Notice } from './notice.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface FormDialogProps {
  title: string;
  /** What the form is for, above its fields. */
  lead?: ReactNode;
  /** The fields. */
  children: ReactNode;
  /** Errors by field. */
  errors: Readonly<Record<string, string>>;
  problem: Problem | null;
  /** Why nothing was sent, such as that nothing was changed. */
  notice?: string | null;
  save: string;
  pending: boolean;
  /** Below the form: what else can be done with its subject. */
  aside?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
}

/** A short form over the page. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation();
  const { title, lead, children, errors, problem, notice = null, save, pending, aside } = props;
  return (
    <Dialog title={title} onClose={props.onClose}>
      {lead}
      <Form errors={errors} onSubmit={props.onSubmit}>
        {children}
        <ProblemAlert problem={problem} />
        <div role="status" className="pl-status">
          {notice !== null && <Notice>{notice}</Notice>}
        </div>
        <Actions>
          <Button look="primary" type="submit" pending={pending}>
            {save}
          </Button>
          <Button look="quiet" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </Actions>
      </Form>
      {aside}
    </Dialog>
  );
}
