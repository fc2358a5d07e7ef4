import { useTranslation } from 'react-i18next';
import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';
import { useMe } from '../../app/session.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useMoney } from '../../i18n/money.ts';
import { ApprovedClaims } from './approved-claims.tsx';
import { ClosePeriod } from './close-period.tsx';
import { PayBatches } from './pay-batches.tsx';
import { totalOf } from './total.ts';

/** What is approved, closing a period over it, and the periods that are closed. */
export function PayrollPage() {
  const { t } = useTranslation('payroll');
  const { permissions } = useMe();
  const money = useMoney();
  const query = useReadList('listClaims', { query: { status: 'approved', limit: 100 } });
  // Read to the end: who closes a period is told before how much goes into it.
  useWholeList(query);
  const claims = query.data?.items;
  const whole = claims !== undefined && !query.hasNextPage;
  const lead = !whole
    ? ''
    : claims.length === 0
      ? t('leadNothing')
      : t('leadWaiting', { total: money(totalOf(claims)) });
  return (
    <Page title={t('title')} lead={lead} wide>
      <Loaded query={query} lines={5}>
        {({ items }) => (
          <>
            {permissions.includes('pay:close') && <ClosePeriod approved={items} whole={whole} />}
            <ApprovedClaims claims={items} />
          </>
        )}
      </Loaded>
      <PayBatches />
    </Page>
  );
}
