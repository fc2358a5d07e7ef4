import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import type { PersonRow, SchoolRow } from './people-list.tsx';
import { type PersonDraft, PersonFields, usePersonMend } from './person-fields.tsx';

interface AddPersonDialogProps {
  schools: readonly SchoolRow[];
  onClose: () => void;
  onDone: (person: PersonRow) => void;
}

/** Somebody who is not in the roster. */
export function AddPersonDialog({ schools, onClose, onDone }: AddPersonDialogProps) {
  const { t } = useTranslation('district');
  const { t: shell } = useTranslation();
  const [draft, setDraft] = useState<PersonDraft>({
    name: '',
    email: '',
    roles: [],
    schoolIds: [],
    employeeId: '',
  });
  const add = useCommand('addPerson', { onDone });
  const { name, email, roles, schoolIds } = draft;
  const errors = fieldErrors(add.problem, usePersonMend());
  return (
    <Dialog title={t('people.add')} onClose={onClose}>
      <p>{t('people.addHint')}</p>
      <Form
        errors={errors}
        onSubmit={() =>
          add.send({ body: { name, email: email.trim() === '' ? null : email, roles, schoolIds } })
        }
      >
        <PersonFields draft={draft} onChange={setDraft} errors={errors} schools={schools} />
        <ProblemAlert problem={add.problem} />
        <Actions>
          <Button look="primary" type="submit" pending={add.pending}>
            {t('people.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
