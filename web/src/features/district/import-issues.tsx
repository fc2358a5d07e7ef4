import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';

/** What was left out of a roster: where it stands and what to do about it. */
export function ImportIssues({ roster }: { roster: Answer<'getRosterImport'> }) {
  const { t } = useTranslation('district');
  const { notTaken, issues } = roster;
  const hint =
    notTaken > issues.length
      ? `${t('import.notTakenHint', { count: notTaken })} ${t('import.firstOf', { shown: issues.length, count: notTaken })}`
      : t('import.notTakenHint', { count: notTaken });
  return (
    <Section title={t('import.notTaken')} hint={notTaken === 0 ? undefined : hint}>
      {notTaken === 0 ? (
        <Notice tone="good">{t('import.allTaken')}</Notice>
      ) : (
        <RecordsTable
          caption={t('import.notTaken')}
          records={issues}
          keyOf={(issue) => `${issue.file} ${issue.line} ${issue.reason}`}
          columns={[
            {
              name: t('import.where'),
              cell: (issue) =>
                issue.line === null
                  ? issue.file
                  : t('import.fileLine', { file: issue.file, line: issue.line }),
            },
            { name: t('import.why'), cell: (issue) => <span lang="en">{issue.reason}</span> },
          ]}
        />
      )}
    </Section>
  );
}
