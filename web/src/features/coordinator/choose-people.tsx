import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { useCertificateWords } from '../../components/certificate-line.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import type { useCompletions } from './use-completions.ts';

interface ChoosePeopleProps {
  people: readonly Answer<'listPeople'>['items'][number][];
  completions: ReturnType<typeof useCompletions>;
}

/** People to tick, each with the certificate held now, and the one button that certifies them. */
export function ChoosePeople({ people, completions }: ChoosePeopleProps) {
  const { t } = useTranslation('coordinator');
  const { today } = useMe();
  const certificate = useCertificateWords();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { chosen, choose, running, savedCount, problem, send } = completions;
  const submit = () => {
    if (running) return;
    if (chosen.length === 0) return setErrors({ people: t('training.mendNobody') });
    setErrors({});
    void send(chosen);
  };
  const shown = people.map((person) => person.personId);
  return (
    <Form onSubmit={submit} errors={errors}>
      {people.length === 0 ? (
        <p>{t('training.noMatch')}</p>
      ) : (
        <>
          <CheckboxesField
            label={t('training.peopleCount', { count: people.length })}
            error={errors['people']}
            columns="wide"
            choices={people.map((person) => ({
              value: person.personId,
              label: person.name,
              detail: certificate(person.certificate, today),
              disabled: running,
            }))}
            value={chosen}
            onChange={choose}
          />
          <Actions>
            <Button look="quiet" onClick={() => choose([...new Set([...chosen, ...shown])])}>
              {t('training.chooseAll')}
            </Button>
            <Button look="quiet" onClick={() => choose([])}>
              {t('training.chooseNone')}
            </Button>
          </Actions>
        </>
      )}
      <ProblemAlert problem={problem} />
      <div role="status" className="pl-status">
        {running && <p>{t('training.saving', { done: savedCount, total: savedCount + chosen.length })}</p>}
        {!running && problem !== null && savedCount > 0 && <p>{t('training.part', { count: savedCount })}</p>}
      </div>
      <Actions>
        <Button look="primary" type="submit" pending={running}>
          {chosen.length === 0 ? t('training.chosenNobody') : t('training.save', { count: chosen.length })}
        </Button>
      </Actions>
    </Form>
  );
}
