import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Args } from '#shared/contract/client.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { useRead } from '../../app/api.tsx';
import { visitSubject } from '../../app/offline/changes.ts';
import { useChangeOf } from '../../app/offline/offline-context.ts';
import { useKeptCommand } from '../../app/offline/use-kept-command.ts';
import { useMe } from '../../app/session.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Button, ButtonLink } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RadioField } from '../../components/ui/choice-fields.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { Form } from '../../components/ui/form.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Page } from '../../components/ui/page.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { useVisitWords } from '../today/visit-words.ts';
import { WaitingNote } from '../waiting/waiting-note.tsx';

type Body = Args<'cancelVisit'>['body'];
const outcomes = ['cancelled', 'no_show'] as const;
const sides: readonly Body['side'][] = ['family', 'team', 'other'];
const reasons: Record<(typeof outcomes)[number], readonly Body['reason'][]> = {
  cancelled: ['no_longer_suits', 'illness', 'weather', 'safety', 'other'],
  no_show: ['nobody_there', 'illness', 'weather', 'safety', 'other'],
};

/** A visit that does not, or did not, take place: whose side could not, and why. It is held against nobody (CP1). */
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
      <Loaded query={query}>{(data) => <CancelOnPhone visit={data} />}</Loaded>
    </Page>
  );
}

/** What waits on this phone; else the form, with what was written here before and not taken. */
function CancelOnPhone({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const change = useChangeOf(visitSubject(visit.visitId));
  if (change !== undefined && change.problem === null) return <WaitingNote change={change} />;
  // Somebody else was faster, or the visit took place.
  if (!isAhead(visit.status))
    return <EmptyState title={t('cancelPage.notNow', { status: t(`status.${visit.status}`) })} />;
  const body = change?.args.body;
  const before = body !== undefined && 'outcome' in body ? body : null;
  return <CancelForm key={change?.place ?? 'new'} visit={visit} before={before} />;
}

function CancelForm({ visit, before }: { visit: Answer<'getVisit'>; before: Body | null }) {
  const { t } = useTranslation('visit');
  const { today } = useMe();
  const navigate = useNavigate();
  const words = useVisitWords();
  const { visitId, rev } = visit;
  // Before its day, and for a visit that never stood, there is only one answer: nothing is asked.
  const mayBeNoShow = visit.status === 'scheduled' && visit.localDate <= today;
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(
    mayBeNoShow ? (before?.outcome ?? null) : 'cancelled',
  );
  const [side, setSide] = useState<Body['side'] | null>(before?.side ?? null);
  const [reason, setReason] = useState<Body['reason'] | null>(before?.reason ?? null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  // Nobody is written to about a visit that is over, or at which nobody was there.
  const over = Date.parse(visit.startsAt) + visit.minutes * 60_000 <= Date.now();
  const mailed = outcome === 'cancelled' && !over;
  const cancel = useKeptCommand('cancelVisit', {
    onDone: (kept) =>
      navigate({
        to: '/visits/$visitId',
        params: { visitId },
        ...(kept === 'sent' ? { state: { said: mailed ? 'cancelled' : 'notHeld' } } : {}),
      }),
  });
  const submit = () => {
    const found = {
      ...(outcome === null ? { outcome: t('cancelPage.error') } : {}),
      ...(side === null ? { side: t('cancelPage.sideError') } : {}),
      ...(reason === null ? { reason: t('cancelPage.reasonError') } : {}),
    };
    setErrors(found);
    if (outcome === null || side === null || reason === null) return;
    cancel.send(
      { params: { visitId }, body: { outcome, side, reason, rev } },
      {
        title: words.title(visit),
        lines: [words.when(visit), t(`cancelPage.${outcome}`), t(`ended.reason_${reason}`)],
      },
    );
  };
  return (
    <Card>
      <Form onSubmit={submit} errors={errors}>
        {mayBeNoShow && (
          <RadioField
            label={t('cancelPage.what')}
            error={errors['outcome']}
            choices={outcomes.map((one) => ({
              value: one,
              label: t(`cancelPage.${one}`),
              detail: t(`cancelPage.${one}Help`),
            }))}
            value={outcome}
            onChange={(chosen) => {
              setOutcome(chosen);
              setReason((before) => (before !== null && reasons[chosen].includes(before) ? before : null));
            }}
          />
        )}
        <RadioField
          label={t('cancelPage.side')}
          help={t('cancelPage.sideHelp')}
          error={errors['side']}
          columns
          choices={sides.map((one) => ({ value: one, label: t(`ended.side_${one}`) }))}
          value={side}
          onChange={setSide}
        />
        <RadioField
          label={t('cancelPage.reason')}
          error={errors['reason']}
          columns
          choices={reasons[outcome ?? 'cancelled'].map((one) => ({
            value: one,
            label: t(`ended.reason_${one}`),
          }))}
          value={reason}
          onChange={setReason}
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
