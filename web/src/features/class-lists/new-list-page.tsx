import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead, useReadList } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { useWholeList } from '../../app/read-on.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { useSchools } from '../district/use-schools.ts';

/** A class before the roster names it: its name, its year, its educators. */
export function NewListPage() {
  const { t } = useTranslation('lists');
  const { schoolId } = useParams({ from: '/signed-in/class-lists/schools/$schoolId/new' });
  const { nameOf } = useSchools();
  const query = useRead('getClassLists', { params: { schoolId } });
  return (
    <Page
      title={t('newTitle')}
      back={
        <BackLink to="/class-lists/schools/$schoolId" params={{ schoolId }}>
          {t('title')}
        </BackLink>
      }
      eyebrow={nameOf(schoolId)}
      lead={t('newLead')}
    >
      <Loaded query={query} lines={4}>
        {({ years }) =>
          years.length === 0 ? (
            <EmptyState title={t('noYear')}>
              <p>{t('noYearBody')}</p>
            </EmptyState>
          ) : (
            <NewList schoolId={schoolId} years={years} />
          )
        }
      </Loaded>
    </Page>
  );
}

function NewList({ schoolId, years }: { schoolId: string; years: Answer<'getClassLists'>['years'] }) {
  const { t } = useTranslation('lists');
  const navigate = useNavigate();
  const people = useReadList('listPeople', { query: { schoolId, limit: 100 } });
  useWholeList(people);
  const [name, setName] = useState('');
  const [year, setYear] = useState(years[0] ?? '');
  const [educatorIds, setEducatorIds] = useState<readonly string[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const add = useCommand('addClassList', {
    onDone: ({ classId }) =>
      navigate({ to: '/class-lists/$classId', params: { classId }, state: { listSaid: t('made') } }),
  });
  const educators = (people.data?.items ?? []).filter(({ roles }) => roles.includes('educator'));
  const all = { ...fieldErrors(add.problem, { name: t('mendName') }), ...errors };
  return (
    <Form
      errors={all}
      onSubmit={() => {
        if (name.trim() === '') return setErrors({ name: t('mendName') });
        setErrors({});
        add.send({ params: { schoolId }, body: { name, year, educatorIds: [...educatorIds].slice(0, 10) } });
      }}
    >
      <TextField
        label={t('name')}
        help={t('nameHelp')}
        error={all['name']}
        value={name}
        onChange={setName}
        maxLength={160}
      />
      {years.length > 1 && (
        <SelectField
          label={t('year')}
          options={years.map((value) => ({ value, label: value }))}
          value={year}
          onChange={setYear}
        />
      )}
      <Loaded query={people} lines={3}>
        {() =>
          educators.length === 0 ? (
            <p>{t('educatorsNone')}</p>
          ) : (
            <CheckboxesField
              label={t('educators')}
              help={t('educatorsHelp')}
              columns="wide"
              choices={educators.map((one) => ({ value: one.personId, label: one.name }))}
              value={educatorIds}
              onChange={setEducatorIds}
            />
          )
        }
      </Loaded>
      <ProblemAlert problem={add.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={add.pending}>
          {t('saveClass')}
        </Button>
      </Actions>
    </Form>
  );
}
