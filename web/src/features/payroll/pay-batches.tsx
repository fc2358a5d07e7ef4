import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useMoney } from '../../i18n/money.ts';
import { useNumbers } from '../../i18n/numbers.ts';
import { DownloadBatch } from './download-batch.tsx';

/** Closed periods, newest first, each with its file and the file's checksum. */
export function PayBatches() {
  const { t } = useTranslation('payroll');
  const query = useReadList('listPayBatches', { query: {} });
  return (
    <Section title={t('batches')} hint={t('batchesHint')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('batchesNone')}>
              <p>{t('batchesNoneBody')}</p>
            </EmptyState>
          ) : (
            <BatchesTable batches={items} />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Section>
  );
}

function BatchesTable({ batches }: { batches: Answer<'listPayBatches'>['items'] }) {
  const { t } = useTranslation('payroll');
  const { district } = useMe();
  const dates = useDates();
  const money = useMoney();
  const { number } = useNumbers();
  return (
    <RecordsTable
      caption={t('batches')}
      records={batches}
      keyOf={(batch) => batch.batchId}
      columns={[
        { name: t('periodThrough'), cell: (batch) => dates.shortDay(batch.through), nowrap: true },
        {
          name: t('closedOn'),
          cell: (batch) =>
            batch.status === 'closing' ? (
              <Tag tone="waiting">{t('closing')}</Tag>
            ) : (
              dates.shortDay(dates.localDateOf(batch.closedAt, district.timeZone))
            ),
          nowrap: true,
        },
        { name: t('lines'), cell: (batch) => number(batch.lines), align: 'right' },
        { name: t('total'), cell: (batch) => <strong>{money(batch.totalCents)}</strong>, align: 'right' },
        { name: t('file'), cell: (batch) => <DownloadBatch batch={batch} /> },
      ]}
    />
  );
}
