import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { MoreButton } from '../../components/ui/more-button.tsx';
import { Section } from '../../components/ui/section.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { PeopleTable } from './people-table.tsx';
import { withName } from './with-name.ts';

export type PersonRow = Answer<'listPeople'>['items'][number];
export type SchoolRow = Answer<'listSchools'>['items'][number];

interface PeopleListProps {
  schools: readonly SchoolRow[];
  schoolId: string;
  onSchool: (schoolId: string) => void;
  manages: boolean;
  onSaid: (words: string | null) => void;
}

/** People of a school or of all of them. Looking for a name reads the list to its end. */
export function PeopleList({ schools, schoolId, onSchool, manages, onSaid }: PeopleListProps) {
  const { t } = useTranslation('district');
  const [name, setName] = useState('');
  const query = useReadList('listPeople', { query: schoolId === '' ? {} : { schoolId } });
  const looking = name.trim() !== '';
  useWholeList(query, looking);
  const items = withName(query.data?.items ?? [], name);
  const shown =
    looking && query.isFetchingNextPage
      ? t('people.findMore')
      : t(query.hasNextPage ? 'people.shownMore' : 'people.shown', { count: items.length });
  return (
    <>
      <SideBySide>
        {(manages || schools.length > 1) && (
          <SelectField
            label={t('people.school')}
            {...(manages ? { placeholder: t('people.allSchools') } : {})}
            options={schools.map((school) => ({ value: school.schoolId, label: school.name }))}
            value={schoolId}
            onChange={onSchool}
            optional
          />
        )}
        <TextField label={t('people.find')} value={name} onChange={setName} optional />
      </SideBySide>
      <Loaded query={query} lines={6}>
        {(all) => (
          <Section title={shown}>
            {/* A list that changes under a reader's hands says how long it is now. */}
            <p role="status" className="pl-visually-hidden">
              {looking && shown}
            </p>
            {items.length > 0 ? (
              <PeopleTable people={items} schools={schools} manages={manages} onSaid={onSaid} />
            ) : (
              <Nobody empty={all.items.length === 0} wholeDistrict={schoolId === ''} />
            )}
          </Section>
        )}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function Nobody({ empty, wholeDistrict }: { empty: boolean; wholeDistrict: boolean }) {
  const { t } = useTranslation('district');
  const body = wholeDistrict ? 'people.noneBody' : 'people.noneSchoolBody';
  return (
    <EmptyState title={t(empty ? 'people.none' : 'people.noMatch')}>
      <p>{t(empty ? body : 'people.noMatchBody')}</p>
    </EmptyState>
  );
}
