import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../components/ui/button.tsx';
import { LinkButton } from '../../components/ui/link-button.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import type { PersonRow } from './people-list.tsx';

/** Whether a person can sign in, and the invitation that opens the door. */
export function InviteCell({
  person,
  onSaid,
}: {
  person: PersonRow;
  onSaid: (words: string | null) => void;
}) {
  const { t } = useTranslation('district');
  const { permissions } = useMe();
  const { personId, name, email, account, rev } = person;
  const invite = useCommand('invitePerson', {
    onDone: () => onSaid(t('people.invited', { name, email: email ?? '' })),
  });
  const open = account === 'open';
  const missing = whatIsMissing(person);
  const ready = missing === null && permissions.includes('person:invite');
  const send = () => {
    if (invite.pending) return;
    onSaid(null);
    invite.send({ params: { personId }, body: { rev } });
  };
  return (
    <div className="pl-cell-stack">
      {open && <Tag tone="good">{t('people.accountOpen')}</Tag>}
      {!open && !ready && t('people.accountNone')}
      {missing !== null && <span className="pl-cell-detail">{t(missing)}</span>}
      {ready && open && (
        <LinkButton aria-label={t('people.inviteAgainOf', { name })} onClick={send}>
          {t('people.inviteAgain')}
        </LinkButton>
      )}
      {ready && !open && (
        <Button pending={invite.pending} aria-label={t('people.inviteOf', { name })} onClick={send}>
          {t('people.invite')}
        </Button>
      )}
      <ProblemAlert problem={invite.problem} />
    </div>
  );
}

/** Why an invitation could not arrive or lead anywhere; null when it can be sent. */
function whatIsMissing({ email, mailProblem, roles }: PersonRow) {
  if (email === null) return 'people.emailNeeded';
  if (mailProblem !== null) return 'people.otherEmailNeeded';
  return roles.length === 0 ? 'people.roleNeeded' : null;
}
