import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import type { Change } from '../../app/offline/changes.ts';
import { useKeptCommand } from '../../app/offline/use-kept-command.ts';
import { useMe } from '../../app/session.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useNames } from '../../i18n/names.ts';
import { useVisitWords } from '../today/visit-words.ts';
import { MinutesChoice } from './minutes-choice.tsx';

interface LogFormProps {
  visit: Answer<'getVisit'>;
  /** What was written on this phone before and not taken: it need not be written twice. */
  written: Change | undefined;
}

/** Who was there, and how long: both are filled in, and one tap saves. */
export function LogForm({ visit, written }: LogFormProps) {
  const { t } = useTranslation('visit');
  const { personId } = useMe();
  const navigate = useNavigate();
  const names = useNames();
  const words = useVisitWords();
  const { visitId, team, rev } = visit;
  const before = writtenBefore(written);
  const [present, setPresent] = useState<string[]>(before?.present ?? team.map((member) => member.personId));
  const [minutes, setMinutes] = useState<number | null>(before?.actualMinutes ?? visit.minutes);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const complete = useKeptCommand('completeVisit', {
    onDone: (kept) =>
      navigate({
        to: '/visits/$visitId',
        params: { visitId },
        ...(kept === 'sent' ? { state: { said: 'logged' } } : {}),
      }),
  });
  const submit = () => {
    const tooFew = present.length === 0;
    const inRange = minutes !== null && minutes >= 5 && minutes <= 480;
    setErrors({
      ...(tooFew ? { present: t('logPage.errors.present') } : {}),
      ...(inRange ? {} : { minutes: t('logPage.errors.minutes') }),
    });
    if (tooFew || !inRange) return;
    const came = team.filter((member) => present.includes(member.personId)).map((member) => member.name);
    complete.send(
      { params: { visitId }, body: { present, actualMinutes: minutes, rev } },
      {
        title: words.title(visit),
        lines: [words.when(visit), t('minutes', { count: minutes }), names.all(came)],
      },
    );
  };
  return (
    <Card lit>
      <Form onSubmit={submit} errors={errors}>
        <CheckboxesField
          label={t('logPage.present')}
          error={errors['present']}
          choices={team.map((member) => ({
            value: member.personId,
            label: member.personId === personId ? t('you', { name: member.name }) : member.name,
          }))}
          value={present}
          onChange={setPresent}
        />
        <MinutesChoice
          planned={visit.minutes}
          value={minutes}
          onChange={setMinutes}
          error={errors['minutes']}
        />
        <ProblemAlert problem={complete.problem} />
        <Button look="primary" type="submit" wide pending={complete.pending}>
          {t('logPage.save')}
        </Button>
        <ButtonLink look="quiet" to="/visits/$visitId/cancel" params={{ visitId }}>
          {t('logPage.instead')}
        </ButtonLink>
      </Form>
    </Card>
  );
}

function writtenBefore(change: Change | undefined): Args<'completeVisit'>['body'] | undefined {
  return change !== undefined && 'present' in change.args.body ? change.args.body : undefined;
}
