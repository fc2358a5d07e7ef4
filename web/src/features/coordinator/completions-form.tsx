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

/**
 * Who was at a training: those who signed up, who may work anywhere, and the staff school by school. Whoever is chosen
 * stays so when another list is shown.
 */
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
      <p>
        {training.kind === 'trainer'
          ? t('record.trainersHint', { ns: 'training' })
          : t('training.chooseHint', { day: dates.shortDay(training.heldOn) })}
      </p>
      {permissions.includes('school:read') ? (
        <InAnySchool {...shared} />
      ) : (
        <InSchools {...shared} schools={schools} />
      )}
      <StatusLine>
        {!running &&
          problem === null &&
          savedCount > 0 &&
          (saved === 'completed' && training.kind !== 'trainer'
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
  const { t } = useTranslation(['coordinator', 'training']);
  const { permissions } = useMe();
  const [picked, setPicked] = useState<string | null>(null);
  const { attendees, schoolId: ownSchool } = props.training;
  const signedUp = attendees.filter(({ signedUpAt }) => signedUpAt !== null);
  const lists = [
    ...(signedUp.length > 0 ? [{ value: 'signed_up', label: t('plan.signedUp', { ns: 'training' }) }] : []),
    ...schools.map((school) => ({ value: school.schoolId, label: school.name })),
  ];
  const shown = picked ?? (signedUp.length > 0 ? 'signed_up' : (ownSchool ?? schools[0]?.schoolId ?? ''));
  if (shown === '') return <EmptyState title={t('training.noPeople')} />;
  const chooser = lists.length > 1 && (
    <SelectField
      label={signedUp.length > 0 ? t('record.list', { ns: 'training' }) : t('training.school')}
      options={lists}
      value={shown}
      onChange={setPicked}
    />
  );
  if (shown === 'signed_up') return <SignedUp key={shown} {...props} chooser={chooser} people={signedUp} />;
  const Those = permissions.includes('person:read') ? Staff : Colleagues;
  return <Those key={shown} schoolId={shown} chooser={chooser} {...props} />;
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

/** A certificate is known of one's own schools' staff; whoever signed up may work anywhere. */
type Person = Pick<Answer<'listPeople'>['items'][number], 'personId' | 'name'> & {
  readonly certificate?: Answer<'listPeople'>['items'][number]['certificate'];
};
type PeopleQuery = UseQueryResult<{ items: Person[] }, Error>;

function SchoolPeople({ query, chooser, ...props }: SchoolPeopleProps & { query: PeopleQuery }) {
  const { t } = useTranslation('coordinator');
  const [name, setName] = useState('');
  return (
    <>
      <Find chooser={chooser} name={name} onName={setName} />
      <Loaded query={query} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('training.noPeople')}</p>
          ) : (
            <People {...props} people={items} name={name} everyone={t('training.everyone')} />
          )
        }
      </Loaded>
    </>
  );
}

interface SignedUpProps extends PartProps {
  chooser: ReactNode;
  people: readonly Person[];
}

function SignedUp({ chooser, ...props }: SignedUpProps) {
  const { t } = useTranslation('training');
  const [name, setName] = useState('');
  return (
    <>
      <Find chooser={chooser} name={name} onName={setName} />
      <People {...props} name={name} everyone={t('record.everyone')} />
    </>
  );
}

function Find({
  chooser,
  name,
  onName,
}: {
  chooser: ReactNode;
  name: string;
  onName: (name: string) => void;
}) {
  const { t } = useTranslation('coordinator');
  return (
    <SideBySide>
      {chooser}
      <TextField label={t('training.find')} value={name} onChange={onName} optional />
    </SideBySide>
  );
}

interface PeopleProps extends PartProps {
  people: readonly Person[];
  name: string;
  /** Said when all of these people are recorded. */
  everyone: string;
}

function People({ training, completions, onSend, people, name, everyone }: PeopleProps) {
  const already = new Set(
    training.attendees.filter(({ status }) => status === 'completed').map((one) => one.personId),
  );
  const left = people.filter((person) => !already.has(person.personId));
  if (left.length === 0) return <p>{everyone}</p>;
  return (
    <ChoosePeople
      people={withName(left, name)}
      completions={completions}
      certifies={training.kind !== 'trainer'}
      minutesAtFirst={training.plan?.minutes ?? null}
      onSend={onSend}
    />
  );
}
