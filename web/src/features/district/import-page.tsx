import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useRead } from '../../app/api.tsx';
import { useAskAgain } from '../../app/read-on.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Page } from '../../components/ui/page.tsx';
import { Progress } from '../../components/ui/progress.tsx';
import { Section } from '../../components/ui/section.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportIssues } from './import-issues.tsx';
import { changedRows, useImportWords } from './import-words.ts';

type Import = Answer<'getRosterImport'>;

/** How one import goes, and how it went. */
export function ImportPage() {
  const { t } = useTranslation('district');
  const { importId } = useParams({ from: '/signed-in/roster/$importId' });
  const query = useRead('getRosterImport', { params: { importId } });
  const status = query.data?.status;
  useAskAgain(query, status === 'waiting_for_file' || status === 'reading');
  return (
    <Page title={t('import.title')} back={<BackLink to="/roster">{t('roster.title')}</BackLink>}>
      <Loaded query={query} lines={5}>
        {(data) => <ImportDetails roster={data} />}
      </Loaded>
    </Page>
  );
}

function ImportDetails({ roster }: { roster: Import }) {
  const { t } = useTranslation('district');
  const { status, found } = roster;
  const over = status === 'done' || status === 'failed';
  return (
    <>
      <HowItGoes roster={roster} />
      {found !== null && <ImportCounts found={found} changed={roster.changed} />}
      {status === 'done' && <ImportIssues roster={roster} />}
      <About roster={roster} />
      {over && (
        <Actions>
          <ButtonLink look={status === 'done' ? 'primary' : 'secondary'} to="/people">
            {t('import.toPeople')}
          </ButtonLink>
          <ButtonLink look={status === 'done' ? 'secondary' : 'primary'} to="/roster">
            {t('import.again')}
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}

function HowItGoes({ roster }: { roster: Import }) {
  const { t } = useTranslation('district');
  const { status } = roster;
  return (
    <>
      {status === 'waiting_for_file' && (
        <Card>
          <Progress label={t('import.waiting')} />
          <p>{t('import.waitingLong')}</p>
        </Card>
      )}
      {status === 'reading' && (
        <Card>
          <Progress label={t('import.reading')} />
        </Card>
      )}
      <StatusLine>
        {status === 'done' && t(changedRows(roster) === 0 ? 'import.doneSame' : 'import.doneLead')}
      </StatusLine>
      <div role="alert" className="pl-status">
        {status === 'failed' && (
          <Notice tone="bad">
            <p>{t('import.failedLead')}</p>
            {/* What is wrong with a file is said by the reader of files, in one language. */}
            <p lang="en">{roster.failure}</p>
          </Notice>
        )}
      </div>
    </>
  );
}

function About({ roster }: { roster: Import }) {
  const { t } = useTranslation('district');
  const words = useImportWords();
  return (
    <Section title={t('import.about')}>
      <Card>
        <Facts
          items={[
            [
              t('import.file'),
              <span key="file" className="pl-verbatim">
                {roster.fileName}
              </span>,
            ],
            [t('import.format'), roster.format === null ? null : t(`import.formats.${roster.format}`)],
            [t('import.started'), words.moment(roster.startedAt)],
            [t('import.finished'), roster.finishedAt === null ? null : words.moment(roster.finishedAt)],
          ]}
        />
      </Card>
    </Section>
  );
}
