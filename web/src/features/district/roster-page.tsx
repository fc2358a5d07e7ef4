import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { ImportStatusTag } from './import-status-tag.tsx';
import { useImportWords } from './import-words.ts';
import { RosterUpload } from './roster-upload.tsx';

/** Bringing in a roster, and how earlier ones went. */
export function RosterPage() {
  const { t } = useTranslation('district');
  const query = useReadList('listRosterImports', { query: {} });
  return (
    <Page title={t('roster.title')} lead={t('roster.lead')}>
      <RosterUpload />
      <Section title={t('roster.earlier')}>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('roster.none')}>
                <p>{t('roster.noneBody')}</p>
              </EmptyState>
            ) : (
              <ImportsTable imports={items} />
            )
          }
        </Loaded>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}

function ImportsTable({ imports }: { imports: Answer<'listRosterImports'>['items'] }) {
  const { t } = useTranslation('district');
  const words = useImportWords();
  return (
    <RecordsTable
      caption={t('roster.earlier')}
      records={imports}
      keyOf={(one) => one.importId}
      columns={[
        {
          name: t('roster.file'),
          cell: (one) => (
            <LoneLink to="/roster/$importId" params={{ importId: one.importId }}>
              {one.fileName}
            </LoneLink>
          ),
        },
        {
          name: t('roster.when'),
          nowrap: true,
          cell: (one) => (
            <>
              {words.day(one.startedAt)}
              <span className="pl-cell-detail">{words.time(one.startedAt)}</span>
            </>
          ),
        },
        {
          name: t('roster.resultState'),
          cell: (one) => <ImportStatusTag status={one.status} />,
          nowrap: true,
        },
        { name: t('roster.result'), cell: (one) => words.result(one) },
      ]}
    />
  );
}
