import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { FormDialog } from '../../components/ui/form-dialog.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

/** A school that no roster has named yet. */
export function AddSchoolDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (name: string) => void;
}) {
  const { t } = useTranslation('lists');
  const [name, setName] = useState('');
  const add = useCommand('addSchool', { onDone: (school) => onDone(school.name) });
  const errors = fieldErrors(add.problem, { name: t('mendSchool') });
  return (
    <FormDialog
      title={t('addSchool')}
      lead={<p>{t('addSchoolHint')}</p>}
      errors={errors}
      problem={add.problem}
      save={t('saveSchool')}
      pending={add.pending}
      onSubmit={() => add.send({ body: { name } })}
      onClose={onClose}
    >
      <TextField
        label={t('schoolName')}
        error={errors['name']}
        value={name}
        onChange={setName}
        maxLength={160}
      />
    </FormDialog>
  );
}
