import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useReadList } from '../../app/api.tsx';
import { useWholeList } from '../../app/read-on.ts';
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
import { useCompletions } from './use-completions.ts';

type Training = Answer<'getTraining'>;

/** Who completed a training, school by school. Whoever is chosen stays so when another school is shown. */
export function CompletionsForm({ training }: { training: Training }) {
  const { t } = useTranslation('coordinator');
  const dates = useDates();
  const { query, schools } = useSchools();
  const [picked, setPicked] = useState<string | null>(null);
  const completions = useCompletions(training.trainingId);
  const { running, problem, savedCount } = completions;
  const schoolId = picked ?? schools[0]?.schoolId ?? '';
  return (
    <Card lit>
      <h2>{t('training.choose')}</h2>
      <p>{t('training.chooseHint', { day: dates.shortDay(training.heldOn) })}</p>
      <Loaded query={query}>
        {() =>
          schoolId === '' ? (
            <EmptyState title={t('training.noPeople')} />
          ) : (
            <SchoolPeople
              key={schoolId}
              schoolId={schoolId}
              training={training}
              completions={completions}
              chooser={
                schools.length > 1 && (
                  <SelectField
                    label={t('training.school')}
                    options={schools.map((school) => ({ value: school.schoolId, label: school.name }))}
                    value={schoolId}
                    onChange={setPicked}
                  />
                )
              }
            />
          )
        }
      </Loaded>
      <StatusLine>
        {!running && problem === null && savedCount > 0 && t('training.saved', { count: savedCount })}
      </StatusLine>
    </Card>
  );
}

interface SchoolPeopleProps {
  schoolId: string;
  training: Training;
  completions: ReturnType<typeof useCompletions>;
  chooser: ReactNode;
}

function SchoolPeople({ schoolId, training, completions, chooser }: SchoolPeopleProps) {
  const { t } = useTranslation('coordinator');
  const [name, setName] = useState('');
  const query = useReadList('listPeople', { query: { schoolId, limit: 100 } });
  // A school's staff fits in a page or two, and whoever is missing here could not be certified.
  useWholeList(query);
  const already = new Set(training.attendees.map((one) => one.personId));
  const people = (query.data?.items ?? []).filter((person) => !already.has(person.personId));
  return (
    <>
      <SideBySide>
        {chooser}
        <TextField label={t('training.find')} value={name} onChange={setName} optional />
      </SideBySide>
      <Loaded query={query} lines={5}>
        {({ items }) =>
          people.length === 0 ? (
            <p>{t(items.length === 0 ? 'training.noPeople' : 'training.everyone')}</p>
          ) : (
            <ChoosePeople people={withName(people, name)} completions={completions} />
          )
        }
      </Loaded>
    </>
  );
}
