import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useNames } from '../../i18n/names.ts';

type VisitLine = Pick<Answer<'getToday'>['upcoming'][number], 'students' | 'team' | 'startsAt' | 'timeZone'>;

/** A visit in a line or two. Needs the words of `today`. */
export function useVisitWords() {
  const { t } = useTranslation('today');
  const { personId } = useMe();
  const dates = useDates();
  const names = useNames();
  const number = (visit: VisitLine): string => {
    const lowest = Math.min(...visit.students.map((student) => student.number));
    if (lowest > 2) return t('number.later', { number: lowest });
    return t(lowest === 2 ? 'number.second' : 'number.first');
  };
  const when = (visit: VisitLine): string =>
    t('when', {
      day: dates.dayOf(visit.startsAt, visit.timeZone),
      time: dates.timeOf(visit.startsAt, visit.timeZone),
    });
  return {
    number,
    when,
    title: (visit: VisitLine): string =>
      t('visitWith', { names: names.all(visit.students.map((student) => student.givenName)) }),
    detail: (visit: VisitLine): string => {
      const partners = visit.team.filter((member) => member.personId !== personId);
      const team = t('withPartner', { names: names.all(partners.map((member) => member.name)) });
      return [when(visit), number(visit), ...(partners.length === 0 ? [] : [team])].join(' · ');
    },
  };
}
