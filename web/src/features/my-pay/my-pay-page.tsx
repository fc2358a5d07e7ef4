import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { CardList } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClaimStatusTag } from './claim-status-tag.tsx';
import { useRuleWords } from './rule-words.ts';

/** Every visit made this year and where its pay stands. No form: the amount follows from the district's rule. */
export function MyPayPage() {
  const { t } = useTranslation('pay');
  const query = useReadList('listMyClaims', { query: {} });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query} lines={6}>
        {({ items }) => <Claims claims={items} />}
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

type Claim = Answer<'listMyClaims'>['items'][number];

function Claims({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation('pay');
  const [sent, setSent] = useState(false);
  const open = claims.filter((claim) => claim.status === 'open');
  const rest = claims.filter((claim) => claim.status !== 'open');
  if (claims.length === 0) {
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneBody')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <StatusLine>{sent && t('sent')}</StatusLine>
      {open.length > 0 && (
        <Section title={t('toSend')} hint={t('toSendHint')}>
          <CardList>
            {open.map((claim, position) => (
              <li key={claim.visitId}>
                <ClaimCard
                  claim={claim}
                  look={position === 0 ? 'primary' : 'secondary'}
                  withVisit
                  onSent={() => setSent(true)}
                />
              </li>
            ))}
          </CardList>
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t('rest')}>
          <ClaimsTable claims={rest} />
        </Section>
      )}
    </>
  );
}

function ClaimsTable({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation('pay');
  const dates = useDates();
  const money = useMoney();
  const ruleWords = useRuleWords();
  return (
    <RecordsTable
      caption={t('rest')}
      records={claims}
      keyOf={(claim) => claim.visitId}
      columns={[
        {
          name: t('visit'),
          cell: (claim) => (
            <LoneLink to="/visits/$visitId" params={{ visitId: claim.visitId }}>
              {dates.shortDay(claim.visitDate)}
            </LoneLink>
          ),
        },
        { name: t('how'), cell: ruleWords },
        { name: t('state'), cell: (claim) => <ClaimStatusTag status={claim.status} /> },
        { name: t('amount'), cell: (claim) => <strong>{money(claim.cents)}</strong>, align: 'right' },
      ]}
    />
  );
}
