import { useTranslation } from 'react-i18next';
import type { RosterCounts } from '#shared/domain/roster/model.ts';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useNumbers } from '../../i18n/numbers.ts';

const kinds = ['schools', 'staff', 'students', 'guardians', 'classes', 'enrollments'] as const;

/** What a roster held, and what of it was new. */
export function ImportCounts({ found, changed }: { found: RosterCounts; changed: RosterCounts | null }) {
  const { t } = useTranslation('district');
  const { number } = useNumbers();
  return (
    <Section title={t('import.counts')}>
      <RecordsTable
        caption={t('import.counts')}
        records={kinds}
        keyOf={(kind) => kind}
        columns={[
          { name: t('import.kind'), cell: (kind) => t(`import.kinds.${kind}`) },
          { name: t('import.found'), cell: (kind) => number(found[kind]), align: 'right' },
          {
            name: t('import.changed'),
            cell: (kind) => (changed === null ? '' : number(changed[kind])),
            align: 'right',
          },
        ]}
      />
    </Section>
  );
}
