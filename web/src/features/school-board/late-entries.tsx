import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useCommand } from '../../app/api.tsx';
import { Actions } from '../../components/ui/actions.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card, CardList } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { ProblemAlert } from '../../components/ui/problem-alert.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';

type Entry = Answer<'getSchoolBoard'>['lateEntries'][number];

/** Visits that were written down late, each to be approved or left out by somebody who was not there (I8). */
export function LateEntries({
  entries,
  onSaid,
}: {
  entries: readonly Entry[];
  onSaid: (said: string) => void;
}) {
  const { t } = useTranslation('school');
  if (entries.length === 0) return null;
  const next = entries.find(({ own }) => !own);
  return (
    <Section title={t('late.title')} hint={t('late.hint')}>
      <CardList>
        {entries.map((entry) => (
          <li key={entry.visitId}>
            <LateEntry entry={entry} next={entry === next} onSaid={onSaid} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

interface LateEntryProps {
  entry: Entry;
  /** The first one that the reader may decide: the next step of the page. */
  next: boolean;
  onSaid: (said: string) => void;
}

function LateEntry({ entry, next, onSaid }: LateEntryProps) {
  const { t } = useTranslation('school');
  const dates = useDates();
  const all = useNames().all;
  const names = all(entry.givenNames);
  const decide = useCommand('decideLateVisit', {
    onDone: ({ status }) => onSaid(t(status === 'cancelled' ? 'late.refused' : 'late.approved', { names })),
  });
  const send = (decision: 'approved' | 'refused') =>
    decide.send({ params: { visitId: entry.visitId }, body: { decision, rev: entry.rev } });
  return (
    <Card lit={next}>
      <h3>{t('late.visit', { names })}</h3>
      <p>{`${dates.dayOf(entry.startsAt, entry.timeZone)}, ${dates.timeOf(entry.startsAt, entry.timeZone)}`}</p>
      <Facts
        items={[
          [t('late.who'), all(entry.team)],
          [t('late.minutes'), t('late.minutesValue', { minutes: entry.minutes })],
          [t('late.why'), entry.reason],
          [t('late.by'), entry.writtenBy],
        ]}
      />
      {entry.own ? (
        <p>{t('late.own')}</p>
      ) : (
        <>
          <ProblemAlert problem={decide.problem} />
          <Actions>
            <Button
              look={next ? 'primary' : 'secondary'}
              aria-label={t('late.approveOf', { names })}
              pending={decide.pending}
              onClick={() => send('approved')}
            >
              {t('late.approve')}
            </Button>
            <Button
              look="quiet"
              aria-label={t('late.refuseOf', { names })}
              pending={decide.pending}
              onClick={() => send('refused')}
            >
              {t('late.refuse')}
            </Button>
          </Actions>
        </>
      )}
    </Card>
  );
}
