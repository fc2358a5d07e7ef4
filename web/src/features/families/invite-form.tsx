import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import { readersOf } from '#shared/domain/announcement/reach.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useNames } from '../../i18n/names.ts';
import { CallScript } from './call-script.tsx';

type How = Args<'inviteFamily'>['body']['how'];
type Said = 'later' | 'accepted' | 'declined';
export type Invited = 'invited' | 'accepted' | 'declined';
const ways: readonly How[] = ['in_person', 'phone', 'text', 'email', 'letter'];
/** Ways in which a family can answer at once. */
const spoken = (how: How | null): boolean => how === 'in_person' || how === 'phone';

/** Notes that a family was invited and how, and what it said when it answered at once. */
export function InviteForm({
  data,
  onDone,
}: {
  data: Answer<'getFamily'>;
  onDone: (status: Invited) => void;
}) {
  const { t } = useTranslation('family');
  const [how, setHow] = useState<How | null>(null);
  const [said, setSaid] = useState<Said>('later');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const answered = spoken(how) && said !== 'later' ? said : null;
  const invite = useCommand('inviteFamily', { onDone: () => onDone(answered ?? 'invited') });
  const { familyId } = data.family;
  const submit = () => {
    if (how === null) return setErrors({ how: t('next.chooseHow') });
    setErrors({});
    const answer = answered === null ? {} : { answer: answered };
    invite.send({ params: { familyId }, body: { how, rev: data.invitation.rev, ...answer } });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{t('next.inviteHint')}</p>
      <RadioField
        label={t('next.how')}
        error={errors['how']}
        columns
        choices={ways.map((way) => ({ value: way, label: t(`next.how_${way}`) }))}
        value={how}
        onChange={setHow}
      />
      {spoken(how) && (
        <>
          <CallScript data={data} />
          <RadioField
            label={t('next.atOnce')}
            choices={[
              { value: 'later', label: t('next.atOnceLater') },
              { value: 'accepted', label: t('next.saidYes') },
              { value: 'declined', label: t('next.saidNo') },
            ]}
            value={said}
            onChange={setSaid}
          />
        </>
      )}
      {how === 'email' && <MailedTo data={data} />}
      {how === 'letter' && (
        <div>
          <p>{t('next.printHint')}</p>
          <ButtonLink to="/families/$familyId/letter" params={{ familyId }}>
            {t('next.printLetter')}
          </ButtonLink>
        </div>
      )}
      <ProblemAlert problem={invite.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={invite.pending}>
          {t(how === 'email' ? 'next.sendInvitation' : 'next.saveInvitation')}
        </Button>
      </Actions>
    </Form>
  );
}

/** Who gets the mail that leaves with this invitation; without an address that takes mail, the way to add one. */
function MailedTo({ data }: { data: Answer<'getFamily'> }) {
  const { t } = useTranslation('family');
  const names = useNames();
  const { familyId } = data.family;
  const readers = readersOf(data.guardians).filter(({ mailProblem }) => mailProblem === null);
  if (readers.length > 0)
    return <p>{t('next.mailedTo', { names: names.all(readers.map(({ name }) => name)) })}</p>;
  return (
    <div>
      <p>{t('next.noAddress')}</p>
      <ButtonLink to="/families/$familyId/household" params={{ familyId }}>
        {t('changeHousehold')}
      </ButtonLink>
    </div>
  );
}
