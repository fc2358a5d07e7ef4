import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useNames } from '../../i18n/names.ts';
import { useFamilyName } from '../families/family-name.ts';
import { GuardianContacts } from '../families/guardian-contacts.tsx';
import { type Invited, InviteForm } from '../families/invite-form.tsx';

type Family = Answer<'getClassQueue'>['next'][number];

interface QueueCardProps {
  family: Family;
  /** The amber button of the page is on this card: there is only one. */
  lit: boolean;
  /** Its form is open. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onInvited: (status: Invited) => void;
}

/** One family at the front of the order, with the one thing to do next: invite it, or plan the visit it said yes to. */
export function QueueCard({ family, lit, open, onOpen, onInvited }: QueueCardProps) {
  const { t } = useTranslation('queue');
  const { permissions } = useMe();
  const familyName = useFamilyName();
  const names = useNames();
  const { familyId, lane } = family;
  const look = lit ? 'primary' : 'secondary';
  const params = { familyId };
  return (
    <li>
      <Card lit={lit}>
        <div className="pl-card-head">
          <h3>{familyName(family)}</h3>
          <Tag tone={lane === 'everyone' ? 'plain' : 'waiting'}>{t(`lane.${lane}`)}</Tag>
        </div>
        <p>{names.all(family.students.map(({ givenName }) => givenName))}</p>
        {open ? (
          <InvitePanel familyId={familyId} onClose={() => onOpen(false)} onInvited={onInvited} />
        ) : (
          <Actions>
            {family.invitation === 'accepted' && (
              <ButtonLink look={look} to="/families/$familyId" params={params}>
                {t('plan')}
              </ButtonLink>
            )}
            {family.invitation !== 'accepted' && permissions.includes('family:invite') && (
              <Button
                look={look}
                onClick={() => onOpen(true)}
                aria-label={`${t('invite')}: ${familyName(family)}`}
              >
                {t('invite')}
              </Button>
            )}
            {family.invitation !== 'accepted' && (
              <ButtonLink look="quiet" to="/families/$familyId" params={params}>
                {t('openFamily')}
              </ButtonLink>
            )}
          </Actions>
        )}
      </Card>
    </li>
  );
}

/** Whom to call, and the note of how the family was asked: without leaving the order. */
function InvitePanel({
  familyId,
  onClose,
  onInvited,
}: {
  familyId: string;
  onClose: () => void;
  onInvited: (status: Invited) => void;
}) {
  const { t } = useTranslation('queue');
  const query = useRead('getFamily', { params: { familyId } });
  return (
    <Loaded query={query} lines={3}>
      {(data) => (
        <>
          <GuardianContacts guardians={data.guardians} />
          <InviteForm data={data} onDone={onInvited} />
          <Button look="quiet" onClick={onClose}>
            {t('closePanel')}
          </Button>
        </>
      )}
    </Loaded>
  );
}
