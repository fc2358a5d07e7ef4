import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useNames } from '../../i18n/names.ts';
import { useFamilyName } from '../families/family-name.ts';
import type { LetterSet } from './letter-sheet.tsx';
import { LettersReady } from './letters-ready.tsx';

/** Families in one set: what the server writes in one step. */
const mostAtOnce = 90;

/** A set of letters for a class. */
export function ClassLettersPage() {
  const { t } = useTranslation('letters');
  const { classId } = useParams({ from: '/signed-in/classes/$classId/letters' });
  const { schools } = useMe();
  const names = useNames();
  const query = useRead('getClassQueue', { params: { classId } });
  const [set, setSet] = useState<LetterSet | null>(null);
  return (
    <Page
      title={t('title')}
      eyebrow={query.data === undefined ? undefined : names.school(schools, query.data.schoolId)}
      lead={t('lead')}
      back={
        <BackLink to="/classes/$classId" params={{ classId }}>
          {query.data?.name ?? t('yourClass')}
        </BackLink>
      }
    >
      {set !== null ? (
        <LettersReady set={set} onAgain={() => setSet(null)} />
      ) : (
        <Loaded query={query} lines={8}>
          {(queue) => <ChooseFamilies queue={queue} onMade={setSet} />}
        </Loaded>
      )}
    </Page>
  );
}

function ChooseFamilies({
  queue,
  onMade,
}: {
  queue: Answer<'getClassQueue'>;
  onMade: (set: LetterSet) => void;
}) {
  const { t } = useTranslation('letters');
  const names = useNames();
  const familyName = useFamilyName();
  const families = [...queue.next, ...queue.waiting];
  const unasked = families.filter(({ invitation }) => invitation === 'not_invited');
  const [chosen, setChosen] = useState(() => unasked.slice(0, mostAtOnce).map(({ familyId }) => familyId));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const make = useCommand('makeClassLetters', { onDone: onMade });
  if (families.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneBody')}</p>
      </EmptyState>
    );
  const submit = () => {
    if (chosen.length === 0) return setErrors({ families: t('whoNone') });
    setErrors({});
    make.send({ params: { classId: queue.classId }, body: { familyIds: chosen.slice(0, mostAtOnce) } });
  };
  const detailOf = ({ students, invitation }: (typeof families)[number]) =>
    [
      names.all(students.map(({ givenName }) => givenName)),
      invitation === 'invited' ? t('asked') : invitation === 'accepted' ? t('saidYes') : null,
    ]
      .filter((one) => one !== null)
      .join(' · ');
  return (
    <Form onSubmit={submit} errors={errors}>
      <CheckboxesField
        label={t('who')}
        help={t('whoHelp')}
        error={errors['families']}
        choices={families.map((family) => ({
          value: family.familyId,
          label: familyName(family),
          detail: detailOf(family),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <Actions>
        <Button look="quiet" onClick={() => setChosen(families.map(({ familyId }) => familyId))}>
          {t('all')}
        </Button>
        <Button look="quiet" onClick={() => setChosen(unasked.map(({ familyId }) => familyId))}>
          {t('newOnly')}
        </Button>
      </Actions>
      <ProblemAlert problem={make.problem} />
      <Actions>
        <Button look="primary" type="submit" pending={make.pending}>
          {t('make', { count: chosen.length })}
        </Button>
      </Actions>
    </Form>
  );
}
