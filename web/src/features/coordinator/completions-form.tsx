import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';
import { useMe } from '../../app/session.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SideBySide } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useSchools } from '../district/use-schools.ts';
import { withName } from '../district/with-name.ts';
import { ChoosePeople } from './choose-people.tsx';
import { NotCertified } from './not-certified.tsx';
import { type Outcome, useCompletions } from './use-completions.ts';

type Training = Answer<'getTraining'>;
type Completions = ReturnType<typeof useCompletions>;
type SchoolRow = Answer<'listSchools'>['items'][number];

/** Who was at a training, school by school. Whoever is chosen stays so when another school is shown. */
export function CompletionsForm({ training }: { training: Training }) {
  const { t } = useTranslation(['coordinator', 'training']);
  const dates = useDates();
  const { permissions, schools } = useMe();
  const signedUp = training.attendees.filter(({ status }) => status === 'signed_up');
  const completions = useCompletions(
    training.trainingId,
    signedUp.map(({ personId }) => personId),
  );
  const [saved, setSaved] = useState<Outcome>('completed');
  const { running, problem, savedCount, notCertified } = completions;
  const shared = { training, completions, onSend: setSaved };
  return (
    <Card lit>
      <h2>{t('training.choose')}</h2>
      <p>{t('training.chooseHint', { day: dates.shortDay(training.heldOn) })}</p>
      {permissions.includes('school:read') ? (
        <InAnySchool {...shared} />
      ) : (
        <InSchools {...shared} schools={schools} />
      )}
      <StatusLine>
        {!running &&
          problem === null &&
          savedCount > 0 &&
          (saved === 'completed'
            ? t('training.saved', { count: savedCount })
            : t('record.savedOther', { ns: 'training', count: savedCount }))}
      </StatusLine>
      <NotCertified people={[...notCertified]} />
    </Card>
  );
}

interface PartProps {
  training: Training;
  completions: Completions;
  onSend: (outcome: Outcome) => void;
}

function InAnySchool(props: PartProps) {
  const { query, schools } = useSchools();
  return <Loaded query={query}>{() => <InSchools {...props} schools={schools} />}</Loaded>;
}

function InSchools({ schools, ...props }: PartProps & { schools: readonly SchoolRow[] }) {
  const { t } = useTranslation('coordinator');
  const { permissions } = useMe();
  const [picked, setPicked] = useState<string | null>(null);
  const schoolId = picked ?? props.training.schoolId ?? schools[0]?.schoolId ?? '';
  if (schoolId === '') return <EmptyState title={t('training.noPeople')} />;
  const chooser = schools.length > 1 && (
    <SelectField
      label={t('training.school')}
      options={schools.map((school) => ({ value: school.schoolId, label: school.name }))}
      value={schoolId}
      onChange={setPicked}
    />
  );
  const People = permissions.includes('person:read') ? Staff : Colleagues;
  return <People key={schoolId} schoolId={schoolId} chooser={chooser} {...props} />;
}

interface SchoolPeopleProps extends PartProps {
  schoolId: string;
  chooser: ReactNode;
}

/** The staff of a school, for the offices. */
function Staff(props: SchoolPeopleProps) {
  const query = useReadList('listPeople', { query: { schoolId: props.schoolId, limit: 100 } });
  // A school's staff fits in a page or two, and whoever is missing here could not be certified.
  useWholeList(query);
  return <SchoolPeople {...props} query={query} />;
}

/** The same people as a trainer may see them. */
function Colleagues(props: SchoolPeopleProps) {
  const query = useReadList('listColleagues', {
    params: { schoolId: props.schoolId },
    query: { limit: 100 },
  });
  useWholeList(query);
  return <SchoolPeople {...props} query={query} />;
}

type Person = Pick<Answer<'listPeople'>['items'][number], 'personId' | 'name' | 'certificate'>;
type PeopleQuery = UseQueryResult<{ items: Person[] }, Error>;

function SchoolPeople({
  training,
  completions,
  chooser,
  onSend,
  query,
}: SchoolPeopleProps & { query: PeopleQuery }) {
  const { t } = useTranslation('coordinator');
  const [name, setName] = useState('');
  const already = new Set(
    training.attendees.filter(({ status }) => status === 'completed').map((one) => one.personId),
  );
  return (
    <>
      <SideBySide>
        {chooser}
        <TextField label={t('training.find')} value={name} onChange={setName} optional />
      </SideBySide>
      <Loaded query={query} lines={5}>
        {({ items }) => {
          const people = items.filter((person) => !already.has(person.personId));
          return people.length === 0 ? (
            <p>{t(items.length === 0 ? 'training.noPeople' : 'training.everyone')}</p>
          ) : (
            <ChoosePeople
              people={withName(people, name)}
              completions={completions}
              minutesAtFirst={training.plan?.minutes ?? null}
              onSend={onSend}
            />
          );
        }}
      </Loaded>
    </>
  );
}
