import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { fieldErrors } from '../../app/field-errors.ts';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Disclosure } from '../../components/ui/disclosure.tsx';
import { Form } from '../../components/ui/form.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';

/** The school’s own goal for the year: one share of all its students, and none per person (CP1). */
export function GoalForm({ board }: { board: Answer<'getSchoolBoard'> }) {
  const { t } = useTranslation('school');
  const now = board.coverage.goal?.percent ?? null;
  const [percent, setPercent] = useState(now);
  const save = useCommand('setSchoolGoal');
  const errors = fieldErrors(save.problem, { percent: t('coverage.mendGoal') });
  return (
    <Disclosure summary={t(now === null ? 'coverage.setGoal' : 'coverage.changeGoal')}>
      <Form
        errors={errors}
        onSubmit={() =>
          save.send({
            params: { schoolId: board.school.schoolId },
            body: { percent, rev: board.goalRev },
          })
        }
      >
        <NumberField
          label={t('coverage.goalField')}
          help={t('coverage.goalHelp')}
          error={errors['percent']}
          optional
          value={percent}
          onChange={setPercent}
        />
        <ProblemAlert problem={save.problem} />
        <StatusLine>{save.done && percent === now && t('coverage.savedGoal')}</StatusLine>
        <Actions>
          <Button type="submit" pending={save.pending}>
            {t('coverage.saveGoal')}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
