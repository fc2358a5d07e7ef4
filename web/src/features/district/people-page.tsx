import { IconUserPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Page } from '../../components/ui/page.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { useSchools } from './use-schools.ts';

/** Staff: of the district for those who run it, of the own school for its coordinator. */
export function PeoplePage() {
  const { t } = useTranslation('district');
  const { permissions, schools: own } = useMe();
  const manages = permissions.includes('person:manage');
  const { school } = useSearch({ from: '/signed-in/people' });
  const { schools } = useSchools();
  const [schoolId, setSchoolId] = useState(school ?? (manages ? '' : (own[0]?.schoolId ?? '')));
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const nobodysSchool = !manages && schoolId === '';
  return (
    <Page title={t('people.title')} lead={t(manages ? 'people.leadDistrict' : 'people.leadSchool')} wide>
      {manages && (
        <Actions>
          <Button icon={<IconUserPlus aria-hidden />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </Actions>
      )}
      <StatusLine>{said}</StatusLine>
      {nobodysSchool ? (
        <EmptyState title={t('people.noSchool')}>
          <p>{t('people.noSchoolBody')}</p>
        </EmptyState>
      ) : (
        <PeopleList
          schools={manages ? schools : own}
          schoolId={schoolId}
          onSchool={setSchoolId}
          manages={manages}
          onSaid={setSaid}
        />
      )}
      {adding && (
        <AddPersonDialog
          schools={schools}
          onClose={() => setAdding(false)}
          onDone={(person) => {
            setAdding(false);
            setSaid(t(person.email === null ? 'people.addedNoEmail' : 'people.added', { name: person.name }));
          }}
        />
      )}
    </Page>
  );
}
