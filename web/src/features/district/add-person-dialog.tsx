import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { FormDialog } from '../../components/ui/form-dialog.tsx';
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
    <FormDialog
      title={t('people.add')}
      lead={<p>{t('people.addHint')}</p>}
      errors={errors}
      problem={add.problem}
      save={t('people.save')}
      pending={add.pending}
      onSubmit={() =>
        add.send({ body: { name, email: email.trim() === '' ? null : email, roles, schoolIds } })
      }
      onClose={onClose}
    >
      <PersonFields draft={draft} onChange={setDraft} errors={errors} schools={schools} />
    </FormDialog>
  );
}
