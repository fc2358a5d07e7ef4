import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNumbers } from '../../i18n/numbers.ts';

/** What was left out of a roster: where it stands and what to do about it. */
export function ImportIssues({ roster }: { roster: Answer<'getRosterImport'> }) {
  const { t } = useTranslation('district');
  const { notTaken, issues } = roster;
  const { number } = useNumbers();
  const rows = number(notTaken);
  const hint = [
    t('import.notTakenHint', { count: notTaken, rows }),
    ...(notTaken > issues.length ? [t('import.firstOf', { shown: number(issues.length), rows })] : []),
  ].join(' ');
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
                  : t('import.fileLine', { file: issue.file, line: number(issue.line) }),
            },
            { name: t('import.why'), cell: (issue) => <span lang="en">{issue.reason}</span> },
          ]}
        />
      )}
    </Section>
  );
}
