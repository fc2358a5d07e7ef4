import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { readOptions, useClient } from '../../app/api.tsx';
import { useAway } from '../../app/offline/offline-context.ts';
import { RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';

type Today = Answer<'getToday'>;
type Family = Answer<'getClassQueue'>['next'][number];

/**
 * Families of the reader's classes that said yes and have no visit planned, once each. Read beside the day, which
 * stands without it; not asked for without a connection.
 */
export function useSaidYes(classes: Today['classes']): { families: readonly Family[]; pending: boolean } {
  const client = useClient();
  const away = useAway();
  const queues = useQueries({
    queries: classes.map(({ classId }) => ({
      ...readOptions(client, 'getClassQueue', { params: { classId } }),
      enabled: !away,
    })),
  });
  const accepted = queues
    .flatMap(({ data }) => data?.next ?? [])
    .filter(({ invitation }) => invitation === 'accepted');
  return {
    families: [...new Map(accepted.map((family) => [family.familyId, family])).values()],
    pending: queues.some(({ isLoading }) => isLoading),
  };
}

export function SaidYes({ families }: { families: readonly Family[] }) {
  const { t } = useTranslation('today');
  const names = useNames();
  if (families.length === 0) return null;
  return (
    <Section title={t('saidYes')} hint={t('saidYesHint')}>
      <RowList>
        {families.map(({ familyId, students }) => (
          <li key={familyId}>
            <RowLink
              to="/families/$familyId"
              params={{ familyId }}
              title={t('saidYesFor', { name: names.all(students.map(({ givenName }) => givenName)) })}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

export function SecondVisits({ rows }: { rows: Today['secondVisits'] }) {
  const { t } = useTranslation('today');
  const dates = useDates();
  const names = useNames();
  if (rows.length === 0) return null;
  const homes = new Map<string, Today['secondVisits']>();
  for (const row of rows) homes.set(row.familyId, [...(homes.get(row.familyId) ?? []), row]);
  return (
    <Section title={t('secondVisits')} hint={t('secondVisitsHint')}>
      <RowList>
        {[...homes].map(([familyId, children]) => (
          <li key={familyId}>
            <RowLink
              to="/families/$familyId"
              params={{ familyId }}
              title={t('secondVisitFor', { name: names.all(children.map(({ givenName }) => givenName)) })}
              detail={t('firstVisitOn', {
                day: names.all([...new Set(children.map(({ firstOn }) => dates.shortDay(firstOn)))]),
              })}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
