import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { useRuleWords } from '../my-pay/rule-words.ts';

const atFirst = 10;

/** What waits for the next file. All of it is read already, so showing more asks nobody. */
export function ApprovedClaims({ claims }: { claims: Answer<'listClaims'>['items'] }) {
  const { t } = useTranslation('payroll');
  const { t: shell } = useTranslation();
  const dates = useDates();
  const money = useMoney();
  const ruleWords = useRuleWords();
  const [shown, setShown] = useState(atFirst);
  return (
    <Section title={t('approved')} hint={t('approvedHint')}>
      {claims.length === 0 ? (
        <EmptyState title={t('approvedNone')}>
          <p>{t('approvedNoneBody')}</p>
        </EmptyState>
      ) : (
        <RecordsTable
          caption={t('approved')}
          records={claims.slice(0, shown)}
          keyOf={(claim) => `${claim.visitId} ${claim.personId}`}
          columns={[
            { name: t('person'), cell: (claim) => claim.personName },
            { name: t('visitOn'), cell: (claim) => dates.shortDay(claim.visitDate), nowrap: true },
            { name: t('how'), cell: ruleWords },
            { name: t('account'), cell: (claim) => claim.accountCode, nowrap: true },
            { name: t('amount'), cell: (claim) => money(claim.cents), align: 'right' },
          ]}
        />
      )}
      {claims.length > shown && <Button onClick={() => setShown(shown + 50)}>{shell('showMore')}</Button>}
    </Section>
  );
}
