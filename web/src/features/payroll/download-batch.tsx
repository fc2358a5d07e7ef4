import './download-batch.css';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { problemOf, useRead } from '../../app/api.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useDates } from '../../i18n/dates.ts';

/** Downloads the file of a period. The link is asked for at the moment of the press: it is short-lived. */
export function DownloadBatch({ batch }: { batch: Answer<'listPayBatches'>['items'][number] }) {
  const { t } = useTranslation('payroll');
  const dates = useDates();
  const { batchId, through, sha256 } = batch;
  const link = useRead('downloadPayBatch', { params: { batchId } }, { enabled: false });
  const download = async () => {
    const { data, isError } = await link.refetch();
    if (data !== undefined && !isError) window.location.assign(data.url);
  };
  return (
    <div className="pl-cell-stack">
      <Button
        icon={<IconDownload aria-hidden />}
        pending={link.isFetching}
        aria-label={t('downloadOf', { day: dates.shortDay(through) })}
        onClick={() => void download()}
      >
        {t('download')}
      </Button>
      <ProblemAlert problem={link.error === null ? null : problemOf(link.error)} />
      <Disclosure summary={t('checksum')}>
        <div>
          <code className="pl-checksum">{sha256}</code>
          <span className="pl-cell-detail">{t('checksumHelp')}</span>
        </div>
      </Disclosure>
    </div>
  );
}
