import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Args } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { FormDialog } from '../../components/ui/form-dialog.tsx';
import type { PersonRow, SchoolRow } from './people-list.tsx';
import { type PersonDraft, PersonFields, usePersonMend } from './person-fields.tsx';

interface EditPersonDialogProps {
  person: PersonRow;
  schools: readonly SchoolRow[];
  onClose: () => void;
  onDone: (person: PersonRow) => void;
}

/** Changes what is kept of a person. Only what was touched is sent, so that the rest can follow the roster. */
export function EditPersonDialog({ person, schools, onClose, onDone }: EditPersonDialogProps) {
  const { t } = useTranslation('district');
  const [first] = useState(() => draftOf(person));
  const [draft, setDraft] = useState(first);
  const [untouched, setUntouched] = useState(false);
  const change = useCommand('changePerson', { onDone });
  const errors = fieldErrors(change.problem, usePersonMend());
  const submit = () => {
    const changes = changesOf(first, draft);
    setUntouched(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    change.send({ params: { personId: person.personId }, body: { ...changes, rev: person.rev } });
  };
  return (
    <FormDialog
      title={t('people.editTitle', { name: person.name })}
      errors={errors}
      problem={change.problem}
      notice={untouched ? t('people.nothingChanged') : null}
      save={t('people.save')}
      pending={change.pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        onChange={setDraft}
        errors={errors}
        schools={schools}
        mailHelp={person.mailProblem === null ? undefined : t(`people.mailProblemHelp.${person.mailProblem}`)}
        withEmployeeId
      />
    </FormDialog>
  );
}

function draftOf(person: PersonRow): PersonDraft {
  return {
    name: person.name,
    email: person.email ?? '',
    roles: [...person.roles],
    schoolIds: [...person.schoolIds],
    employeeId: person.employeeId ?? '',
  };
}

const sameSet = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join();
const orNull = (text: string) => (text.trim() === '' ? null : text);

type Changes = Omit<Args<'changePerson'>['body'], 'rev'>;

function changesOf(first: PersonDraft, draft: PersonDraft): Changes {
  return {
    ...(draft.name === first.name ? {} : { name: draft.name }),
    ...(draft.email === first.email ? {} : { email: orNull(draft.email) }),
    ...(draft.employeeId === first.employeeId ? {} : { employeeId: orNull(draft.employeeId) }),
    ...(sameSet(draft.roles, first.roles) ? {} : { roles: draft.roles }),
    ...(sameSet(draft.schoolIds, first.schoolIds) ? {} : { schoolIds: draft.schoolIds }),
  };
}
