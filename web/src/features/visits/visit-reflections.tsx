import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Row, RowLink, RowList } from '../../components/ui/card.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Tag } from '../../components/ui/tag.tsx';
import { useDates } from '../../i18n/dates.ts';

/** Who has reflected. The words themselves are read by their author alone (I20). */
export function VisitReflections({ visit }: { visit: Answer<'getVisit'> }) {
  const { t } = useTranslation('visit');
  const { personId, today } = useMe();
  const dates = useDates();
  if (visit.reflections.length === 0) return null;
  const nameOf = (id: string) => visit.team.find((member) => member.personId === id)?.name ?? '';
  return (
    <Section title={t('reflections')}>
      <RowList>
        {visit.reflections.map((one) => {
          const done = one.status === 'done';
          const state = (
            <Tag tone={done ? 'good' : 'waiting'}>
              {done
                ? t('reflectionDone')
                : t(one.dueOn < today ? 'reflectionWasDue' : 'reflectionDue', {
                    day: dates.monthDay(one.dueOn),
                  })}
            </Tag>
          );
          return (
            <li key={`${one.personId} ${one.studentId}`}>
              {one.personId === personId ? (
                <RowLink
                  to="/visits/$visitId/students/$studentId/reflection"
                  params={{ visitId: visit.visitId, studentId: one.studentId }}
                  title={t(done ? 'edit' : 'write', { name: one.givenName })}
                  aside={state}
                />
              ) : (
                <Row
                  title={t('reflectionOf', { name: nameOf(one.personId), child: one.givenName })}
                  aside={state}
                />
              )}
            </li>
          );
        })}
        {visit.reflections
          .filter((one) => one.personId === personId && one.status === 'done')
          .map(({ studentId, givenName: name }) => (
            <li key={`look back ${studentId}`}>
              <RowLink
                to="/visits/$visitId/students/$studentId/look-back"
                params={{ visitId: visit.visitId, studentId }}
                title={t('lookBack', { name })}
                detail={t('lookBackHint')}
              />
            </li>
          ))}
      </RowList>
    </Section>
  );
}
