import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';

type How = Args<'inviteFamily'>['body']['how'];
const ways: readonly How[] = ['in_person', 'phone', 'text', 'email', 'letter'];

/** Notes that a family was invited, and how. */
export function InviteForm({ data, onDone }: { data: Answer<'getFamily'>; onDone: () => void }) {
  const { t } = useTranslation('family');
  const [how, setHow] = useState<How | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const invite = useCommand('inviteFamily', { onDone });
  const { familyId } = data.family;
  const submit = () => {
    if (how === null) return setErrors({ how: t('next.chooseHow') });
    setErrors({});
    invite.send({ params: { familyId }, body: { how, rev: data.invitation.rev } });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <div>
        <h2>{t('next.inviteTitle')}</h2>
        <p>{t('next.inviteHint')}</p>
      </div>
      <RadioField
        label={t('next.how')}
        error={errors['how']}
        columns
        choices={ways.map((way) => ({ value: way, label: t(`next.how_${way}`) }))}
        value={how}
        onChange={setHow}
      />
      <ProblemAlert problem={invite.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={invite.pending}>
          {t('next.saveInvitation')}
        </Button>
      </Actions>
    </Form>
  );
}
