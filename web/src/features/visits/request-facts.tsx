import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { useMe } from '../../app/session.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { useNames } from '../../i18n/names.ts';
import { useVisitWords } from '../today/visit-words.ts';

type Visit = Answer<'getVisit'>;

/** Who asks, in a sentence. Needs the words of `request`. */
export function useAsker(): (visit: Visit) => string {
  const { t } = useTranslation('request');
  const { personId } = useMe();
  return ({ team }) => {
    const me = team.find((member) => member.personId === personId);
    const name = team.find(({ lead }) => lead)?.name ?? '';
    if (me?.lead === true) return t('moved');
    return t(me?.as === 'interpreter' ? 'fromInterpreter' : 'from', { name });
  };
}

/** What somebody needs to know to answer: when, how long, where, with whom. Never an address. */
export function RequestFacts({ visit }: { visit: Visit }) {
  const { t } = useTranslation('request');
  const { personId } = useMe();
  const words = useVisitWords();
  const names = useNames();
  const others = visit.team.filter((member) => member.personId !== personId && member.answer !== 'no');
  return (
    <Facts
      items={[
        [t('when'), words.when(visit)],
        [t('length'), t('minutes', { count: visit.minutes })],
        [t('where'), t(`where_${visit.type}`, { place: visit.place ?? '' })],
        [t('team'), others.length === 0 ? t('nobodyElse') : names.all(others.map(({ name }) => name))],
      ]}
    />
  );
}
