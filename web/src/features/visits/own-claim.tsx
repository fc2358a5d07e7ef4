import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Section } from '../../components/ui/section.tsx';
import { ClaimCard } from '../my-pay/claim-card.tsx';

/** The reader's own claim for this visit; nobody else's is shown here. */
export function OwnClaim({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId } = useMe();
  const claim = visit.claims.find((one) => one.personId === personId);
  if (claim === undefined) return null;
  const owes = visit.reflections.some((one) => one.personId === personId && one.status === 'owed');
  return (
    <Section title={t('claim')}>
      <ClaimCard claim={claim} look={owes ? 'secondary' : 'primary'} />
    </Section>
  );
}
