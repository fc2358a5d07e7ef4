import { IconMail, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Card, Row, RowList } from '../../components/ui/card.tsx';
import { Tag } from '../../components/ui/tag.tsx';

type Guardian = Answer<'getFamily'>['guardians'][number];

/** Whom to talk to, with a press to call or write. Of somebody who must not be reached only that is shown. */
export function GuardianContacts({
  guardians,
  actions,
}: {
  guardians: readonly Guardian[];
  /** What may be done with one of them. */
  actions?: (guardian: Guardian) => ReactNode;
}) {
  const { t } = useTranslation('family');
  if (guardians.length === 0) return <Card>{t('noGuardians')}</Card>;
  return (
    <RowList>
      {guardians.map((guardian) => (
        <li key={guardian.guardianId}>
          <Row
            title={guardian.name}
            detail={guardian.noContact ? t('noContactHint') : <Ways guardian={guardian} />}
            aside={
              <>
                {guardian.noContact && <Tag tone="bad">{t('noContact')}</Tag>}
                {actions?.(guardian)}
              </>
            }
          />
        </li>
      ))}
    </RowList>
  );
}

function Ways({ guardian }: { guardian: Guardian }) {
  const { t } = useTranslation('family');
  const { phone, email, prefers, mailProblem } = guardian;
  return (
    <span className="pl-contact">
      {phone !== null && (
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
          <IconPhone size={18} aria-hidden /> {phone}
        </a>
      )}
      {email !== null && (
        <a href={`mailto:${email}`}>
          <IconMail size={18} aria-hidden /> {email}
        </a>
      )}
      {mailProblem !== null && <Tag tone="bad">{t(`mailProblem.${mailProblem}`)}</Tag>}
      {phone === null && email === null && <span>{t('noWay')}</span>}
      {prefers !== null && <span className="pl-contact-note">{t(`prefers.${prefers}`)}</span>}
    </span>
  );
}
