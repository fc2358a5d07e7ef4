import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { LoneLink } from '../../components/ui/lone-link.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RecordsTable } from '../../components/ui/records-table.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { AddSchoolDialog } from '../class-lists/add-school-dialog.tsx';
import { useSchools } from './use-schools.ts';

/** Schools by name; each leads to its students. */
export function SchoolsPage() {
  const { t } = useTranslation('district');
  const { permissions } = useMe();
  const { t: lists } = useTranslation('lists');
  const { query } = useSchools();
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const imports = permissions.includes('roster:import');
  return (
    <Page title={t('schools.title')} lead={t('schools.lead')}>
      {imports && (
        <Actions>
          <Button icon={<IconPlus aria-hidden />} onClick={() => setAdding(true)}>
            {lists('addSchool')}
          </Button>
        </Actions>
      )}
      <StatusLine>{said}</StatusLine>
      <Loaded query={query} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('schools.none')}>
              <p>{t(imports ? 'schools.noneBody' : 'schools.noneReadBody')}</p>
              {imports && (
                <ButtonLink look="primary" to="/roster">
                  {t('schools.toRoster')}
                </ButtonLink>
              )}
            </EmptyState>
          ) : (
            <RecordsTable
              caption={t('schools.list')}
              records={items}
              keyOf={(school) => school.schoolId}
              columns={[
                {
                  name: t('schools.school'),
                  cell: (school) => (
                    <LoneLink to="/schools/$schoolId" params={{ schoolId: school.schoolId }}>
                      {school.name}
                    </LoneLink>
                  ),
                },
                { name: t('schools.rosterId'), cell: (school) => school.rosterId ?? '–' },
              ]}
            />
          )
        }
      </Loaded>
      {adding && (
        <AddSchoolDialog
          onClose={() => setAdding(false)}
          onDone={(name) => {
            setAdding(false);
            setSaid(lists('schoolAdded', { name }));
          }}
        />
      )}
    </Page>
  );
}
