import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useVisitWords } from '../today/visit-words.ts';

const outcomes = ['cancelled', 'no_show'] as const;

/** A visit that does not, or did not, take place. Nobody is blamed and nothing is asked about why. */
export function CancelPage() {
  const { t } = useTranslation('visit');
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId/cancel' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  return (
    <Page
      title={t('cancelPage.title')}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId }}>
          {query.data === undefined ? t('when') : words.title(query.data)}
        </BackLink>
      }
      lead={t('cancelPage.lead')}
    >
      <Loaded query={query}>{(data) => <CancelForm visit={data} />}</Loaded>
    </Page>
  );
}

function CancelForm({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const navigate = useNavigate();
  const { visitId } = visit;
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const cancel = useCommand('cancelVisit', {
    onDone: () => navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'cancelled' } }),
  });
  const submit = () => {
    if (outcome === null) return setErrors({ outcome: t('cancelPage.error') });
    setErrors({});
    cancel.send({ params: { visitId }, body: { outcome, side: 'other', reason: 'other', rev: visit.rev } });
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        <RadioField
          label={t('cancelPage.what')}
          error={errors['outcome']}
          choices={outcomes.map((one) => ({
            value: one,
            label: t(`cancelPage.${one}`),
            detail: t(`cancelPage.${one}Help`),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        <ProblemAlert problem={cancel.problem} />
        <Actions>
          <Button look="danger" type="submit" pending={cancel.pending}>
            {t('cancelPage.save')}
          </Button>
          <ButtonLink look="quiet" to="/visits/$visitId" params={{ visitId }}>
            {t('cancelPage.keep')}
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  );
}
