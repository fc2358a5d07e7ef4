import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useVisitWords } from '../today/visit-words.ts';

/** Logs a visit as done in under a minute: two answers, both filled in already. */
export function LogPage() {
  const { t } = useTranslation('visit');
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId/log' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  const visit = query.data;
  return (
    <Page
      title={t('logPage.title')}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId }}>
          {visit === undefined ? t('when') : words.title(visit)}
        </BackLink>
      }
      lead={visit && words.when(visit)}
    >
      <Loaded query={query}>{(data) => <LogForm visit={data} />}</Loaded>
    </Page>
  );
}

function LogForm({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId } = useMe();
  const navigate = useNavigate();
  const { visitId } = visit;
  const [present, setPresent] = useState(visit.team.map((member) => member.personId));
  const [minutes, setMinutes] = useState<number | null>(visit.minutes);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const complete = useCommand('completeVisit', {
    onDone: () => navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'logged' } }),
  });
  const submit = () => {
    const tooFew = present.length === 0;
    const inRange = minutes !== null && minutes >= 5 && minutes <= 480;
    setErrors({
      ...(tooFew ? { present: t('logPage.errors.present') } : {}),
      ...(inRange ? {} : { minutes: t('logPage.errors.minutes') }),
    });
    if (tooFew || !inRange) return;
    complete.send({ params: { visitId }, body: { present, actualMinutes: minutes, rev: visit.rev } });
  };
  return (
    <Card lit>
      <Form onSubmit={submit} errors={errors}>
        <CheckboxesField
          label={t('logPage.present')}
          error={errors['present']}
          choices={visit.team.map((member) => ({
            value: member.personId,
            label: member.personId === personId ? t('you', { name: member.name }) : member.name,
          }))}
          value={present}
          onChange={setPresent}
        />
        <NumberField
          label={t('logPage.minutes')}
          error={errors['minutes']}
          value={minutes}
          onChange={setMinutes}
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
