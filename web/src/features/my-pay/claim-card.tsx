import './claim-card.css';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { ClaimStatusTag } from './claim-status-tag.tsx';
import { useRuleWords } from './rule-words.ts';

interface ClaimCardProps {
  claim: Answer<'submitClaim'>;
  /** `primary` when sending this claim is the page's next step. */
  look: 'primary' | 'secondary';
  /** Names the visit and leads to it; not needed on the visit's own page. */
  withVisit?: boolean;
  /** Called once it was sent, where the card itself then goes away; else the card says so. */
  onSent?: () => void;
}

/** One claim: how much, why that much, and sending it. */
export function ClaimCard({ claim, look, withVisit, onSent }: ClaimCardProps) {
  const { t } = useTranslation('pay');
  const dates = useDates();
  const money = useMoney();
  const ruleWords = useRuleWords();
  const submit = useCommand('submitClaim', { onDone: () => onSent?.() });
  const { visitId } = claim;
  const open = claim.status === 'open';
  return (
    <Card lit={open && look === 'primary'}>
      <div className="pl-claim">
        <p className="pl-claim-amount">{money(claim.cents)}</p>
        <ClaimStatusTag status={claim.status} />
      </div>
      <div>
        {withVisit === true && (
          <p>
            <LoneLink to="/visits/$visitId" params={{ visitId }}>
              {t('visitOn', { day: dates.shortDay(claim.visitDate) })}
            </LoneLink>
          </p>
        )}
        <p>{ruleWords(claim)}</p>
        {open && <p>{t('sendBy', { day: dates.day(claim.dueOn) })}</p>}
      </div>
      {claim.returnedBecause !== null && open && (
        <Notice>{t('returned', { words: claim.returnedBecause })}</Notice>
      )}
      <ProblemAlert problem={submit.problem} />
      {open && (
        <Actions>
          <Button
            look={look}
            pending={submit.pending}
            onClick={() => submit.send({ params: { visitId }, body: { rev: claim.rev } })}
          >
            {t('send')}
          </Button>
        </Actions>
      )}
      <StatusLine>{submit.done && onSent === undefined && t('sent')}</StatusLine>
    </Card>
  );
}
