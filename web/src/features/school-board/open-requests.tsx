import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Row, RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { daysBetween, useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';

type Board = Answer<'getSchoolBoard'>;

/** Proposals that wait for a yes, or for another colleague after a no. */
export function OpenRequests({ requests }: { requests: Board['requests'] }) {
  const { t } = useTranslation('school');
  const dates = useDates();
  const { all } = useNames();
  if (requests.length === 0) return null;
  const stateOf = ({ waitingFor, saidNo, lead }: Board['requests'][number]) =>
    [
      t('requests.asks', { name: lead }),
      ...(waitingFor.length > 0 ? [t('requests.waiting', { names: all(waitingFor) })] : []),
      ...(saidNo.length > 0 ? [t('requests.saidNo', { names: all(saidNo) })] : []),
    ].join(' · ');
  return (
    <Section title={t('requests.title')}>
      <RowList>
        {requests.map((request) => (
          <li key={request.visitId}>
            <RowLink
              to="/visits/$visitId"
              params={{ visitId: request.visitId }}
              title={`${dates.dayOf(request.startsAt, request.timeZone)}: ${all(request.givenNames)}`}
              detail={stateOf(request)}
              {...(request.passed ? { aside: <Tag tone="waiting">{t('requests.passed')}</Tag> } : {})}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}

/** Whose reflections wait past their day: how many and how long, never what they say (I20). */
export function LateReflections({ people, today }: { people: Board['lateReflections']; today: string }) {
  const { t } = useTranslation('school');
  if (people.length === 0) return null;
  return (
    <Section title={t('lateReflections.title')} hint={t('lateReflections.hint')}>
      <RowList>
        {people.map(({ personId, name, count, since }) => (
          <li key={personId}>
            <Row
              title={name}
              detail={`${t('lateReflections.count', { count })}, ${t('lateReflections.since', { count: daysBetween(since, today) })}`}
            />
          </li>
        ))}
      </RowList>
    </Section>
  );
}
