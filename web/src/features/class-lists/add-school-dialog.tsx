import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
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
  const { t: shell } = useTranslation();
  const [name, setName] = useState('');
  const add = useCommand('addSchool', { onDone: (school) => onDone(school.name) });
  const errors = fieldErrors(add.problem, { name: t('mendSchool') });
  return (
    <Dialog title={t('addSchool')} onClose={onClose}>
      <p>{t('addSchoolHint')}</p>
      <Form errors={errors} onSubmit={() => add.send({ body: { name } })}>
        <TextField
          label={t('schoolName')}
          error={errors['name']}
          value={name}
          onChange={setName}
          maxLength={160}
        />
        <ProblemAlert problem={add.problem} />
        <Actions>
          <Button look="primary" type="submit" pending={add.pending}>
            {t('saveSchool')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
