import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { useMe } from '../../app/session.tsx';
import { CheckboxField, RadioField } from '../../components/ui/choice-fields.tsx';
import { FormDialog } from '../../components/ui/form-dialog.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { bodyOf, changesOf, draftOf, ways } from './guardian-draft.ts';
import { RemoveGuardian } from './remove-guardian.tsx';

interface GuardianDialogProps {
  familyId: string;
  /** Null for somebody new. */
  guardian: Answer<'getFamily'>['guardians'][number] | null;
  onClose: () => void;
  onDone: (done: 'saved' | 'removed') => void;
}

/** Adds somebody to talk to, or changes or takes out one of them. */
export function GuardianDialog({ familyId, guardian, onClose, onDone }: GuardianDialogProps) {
  const { t } = useTranslation('household');
  const { permissions } = useMe();
  const [first] = useState(() => draftOf(guardian));
  const [draft, setDraft] = useState(first);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [untouched, setUntouched] = useState(false);
  const add = useCommand('addGuardian', { onDone: () => onDone('saved') });
  const change = useCommand('changeGuardian', { onDone: () => onDone('saved') });
  const problem = add.problem ?? change.problem;
  const mend = { name: t('errors.name'), phone: t('errors.phone'), email: t('errors.email') };
  const errors = { ...fieldErrors(problem, mend), ...missing };
  const mailProblem = guardian?.mailProblem ?? null;
  const fixed = guardian?.noContact === true && !permissions.includes('family:lift_protection');
  const submit = () => {
    if (draft.name.trim() === '') return setMissing({ name: t('errors.name') });
    setMissing({});
    if (guardian === null) return add.send({ params: { familyId }, body: bodyOf(draft) });
    const changes = changesOf(first, draft);
    setUntouched(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    const { guardianId, rev } = guardian;
    change.send({ params: { familyId, guardianId }, body: { rev, ...changes } });
  };
  const title = guardian === null ? t('addTitle') : t('editTitle', { name: guardian.name });
  return (
    <FormDialog
      title={title}
      errors={errors}
      problem={problem}
      notice={untouched ? t('nothing') : null}
      save={t('save')}
      pending={add.pending || change.pending}
      aside={
        guardian !== null &&
        !fixed && <RemoveGuardian familyId={familyId} guardian={guardian} onDone={() => onDone('removed')} />
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('name')}
        error={errors['name']}
        maxLength={160}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <TextField
        label={t('phone')}
        error={errors['phone']}
        type="tel"
        optional
        maxLength={40}
        value={draft.phone}
        onChange={(phone) => setDraft({ ...draft, phone })}
      />
      <TextField
        label={t('email')}
        help={mailProblem === null ? undefined : t(`mailProblemHelp.${mailProblem}`)}
        error={errors['email']}
        type="email"
        optional
        maxLength={254}
        value={draft.email}
        onChange={(email) => setDraft({ ...draft, email })}
      />
      <RadioField
        label={t('prefers')}
        columns
        choices={[
          { value: 'nothing' as const, label: t('prefersNothing') },
          ...ways.map((value) => ({ value, label: t(`prefers_${value}`) })),
        ]}
        value={draft.prefers}
        onChange={(prefers) => setDraft({ ...draft, prefers })}
      />
      {fixed ? (
        <Notice>{t('onlyCoordinator')}</Notice>
      ) : (
        <CheckboxField
          label={t('noContact')}
          detail={t('noContactHelp')}
          value={draft.noContact}
          onChange={(noContact) => setDraft({ ...draft, noContact })}
        />
      )}
    </FormDialog>
  );
}
