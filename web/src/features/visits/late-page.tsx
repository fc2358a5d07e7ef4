import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand, useRead } from '../../app/api.tsx';
import { useMe } from '../../app/session.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CheckboxesField } from '../../components/ui/choice-fields.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { NumberField } from '../../components/ui/number-field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import { useVisitWords } from '../today/visit-words.ts';

/** Writes down a proposed visit that took place before everybody had said yes (I8). */
export function LatePage() {
  const { t } = useTranslation(['plan', 'visit']);
  const { visitId } = useParams({ from: '/signed-in/visits/$visitId/late' });
  const query = useRead('getVisit', { params: { visitId } });
  const words = useVisitWords();
  return (
    <Page
      title={t('plan:late.title')}
      back={
        <BackLink to="/visits/$visitId" params={{ visitId }}>
          {query.data === undefined ? t('visit:when') : words.title(query.data)}
        </BackLink>
      }
      lead={query.data && words.when(query.data)}
    >
      <Loaded query={query}>
        {(visit) =>
          visit.status === 'proposed' ? (
            <LateForm visit={visit} />
          ) : (
            <EmptyState title={t('plan:change.closed')} />
          )
        }
      </Loaded>
    </Page>
  );
}

function LateForm({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation(['plan', 'visit']);
  const { personId } = useMe();
  const navigate = useNavigate();
  const { visitId, rev } = visit;
  const [present, setPresent] = useState(
    visit.team.filter(({ answer }) => answer !== 'no').map((member) => member.personId),
  );
  const [minutes, setMinutes] = useState<number | null>(visit.minutes);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const command = useCommand('logLate', {
    onDone: () => navigate({ to: '/visits/$visitId', params: { visitId }, state: { said: 'late' } }),
  });
  const submit = () => {
    const inRange = minutes !== null && minutes >= 5 && minutes <= 480;
    const found = {
      ...(present.length === 0 ? { present: t('plan:errors.present') } : {}),
      ...(inRange ? {} : { minutes: t('plan:errors.actualMinutes') }),
      ...(reason.trim().length < 3 ? { reason: t('plan:errors.reason') } : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0 || minutes === null) return;
    command.send({
      params: { visitId },
      body: { present, actualMinutes: minutes, reason: reason.trim(), rev },
    });
  };
  return (
    <Card lit>
      <Form onSubmit={submit} errors={errors}>
        <CheckboxesField
          label={t('plan:late.present')}
          error={errors['present']}
          choices={visit.team.map((member) => ({
            value: member.personId,
            label: member.personId === personId ? t('visit:you', { name: member.name }) : member.name,
          }))}
          value={present}
          onChange={setPresent}
        />
        <NumberField
          label={t('plan:late.minutes')}
          error={errors['minutes']}
          value={minutes}
          onChange={setMinutes}
        />
        <TextAreaField
          label={t('plan:late.reason')}
          help={t('plan:late.reasonHelp')}
          error={errors['reason']}
          rows={2}
          maxLength={400}
          value={reason}
          onChange={setReason}
        />
        <ProblemAlert problem={command.problem} />
        <Button look="primary" type="submit" wide pending={command.pending}>
          {t('plan:late.save')}
        </Button>
      </Form>
    </Card>
  );
}
