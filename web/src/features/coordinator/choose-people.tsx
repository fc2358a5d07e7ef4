import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { useCertificateWords } from '../../components/certificate-line.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { CheckboxesField, RadioField } from '../../components/ui/choice-fields.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Form, SideBySide } from '../../components/ui/form.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import type { Outcome, useCompletions } from './use-completions.ts';

interface ChoosePeopleProps {
  people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly certificate?: Answer<'listPeople'>['items'][number]['certificate'];
  }[];
  completions: ReturnType<typeof useCompletions>;
  /** False for the training that makes certified people trainers. */
  certifies: boolean;
  minutesAtFirst: number | null;
  onSend: (outcome: Outcome) => void;
}

const outcomes = ['completed', 'attended', 'absent'] as const;

/** People to tick, each with the certificate held now where it is known, and the one button that records them. */
export function ChoosePeople({ people, completions, certifies, minutesAtFirst, onSend }: ChoosePeopleProps) {
  const { t } = useTranslation(['coordinator', 'training']);
  const { today } = useMe();
  const certificate = useCertificateWords();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [minutes, setMinutes] = useState(minutesAtFirst);
  const [outcome, setOutcome] = useState<Outcome>('completed');
  const { chosen, choose, running, savedCount, problem, send } = completions;
  const submit = () => {
    if (running) return;
    if (chosen.length === 0) return setErrors({ people: t('training.mendNobody') });
    setErrors({});
    onSend(outcome);
    void send(chosen, { outcome, minutes: outcome === 'absent' ? null : minutes });
  };
  const shown = people.map((person) => person.personId);
  const label = () => {
    if ((outcome !== 'completed' || !certifies) && chosen.length > 0)
      return t('record.saveOther', { ns: 'training', count: chosen.length });
    return chosen.length === 0
      ? certifies
        ? t('training.chosenNobody')
        : t('record.chosenNobody', { ns: 'training' })
      : t('training.save', { count: chosen.length });
  };
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
              ...(person.certificate !== undefined && { detail: certificate(person.certificate, today) }),
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
      <SideBySide>
        <NumberField
          label={t('record.minutes', { ns: 'training' })}
          help={t('record.minutesHelp', { ns: 'training' })}
          optional
          value={minutes}
          onChange={setMinutes}
        />
      </SideBySide>
      <Disclosure summary={t('record.outcome', { ns: 'training' })}>
        <RadioField
          label={t('record.outcomeOf', { ns: 'training' })}
          choices={outcomes.map((value) => ({
            value,
            label: t(`record.outcomes.${value}`, { ns: 'training' }),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
      </Disclosure>
      <ProblemAlert problem={problem} />
      <div role="status" className="pl-status">
        {running && <p>{t('training.saving', { done: savedCount, total: savedCount + chosen.length })}</p>}
        {!running && problem !== null && savedCount > 0 && <p>{t('training.part', { count: savedCount })}</p>}
      </div>
      <Actions>
        <Button look="primary" type="submit" pending={running}>
          {label()}
        </Button>
      </Actions>
    </Form>
  );
}
