import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/contract/client.ts';
import { Card } from '../../components/ui/card.tsx';
import { Facts } from '../../components/ui/facts.tsx';
import { useDates } from '../../i18n/dates.ts';
import { useLanguageNames } from '../../i18n/language-names.ts';

/** What would suit the family, as it said itself. Nothing when it said nothing. Needs the words of `plan`. */
export function FamilyWishes({ wishes }: { wishes: Answer<'getFamily'>['invitation']['wishes'] }) {
  const { t } = useTranslation('plan');
  const dates = useDates();
  const languageName = useLanguageNames();
  if (wishes === null) return null;
  const stretches = wishes.times.map(({ weekday, from, until }) =>
    t('wishes.stretch', { day: dates.weekday(weekday), from: dates.time(from), until: dates.time(until) }),
  );
  const said = (text: string | null) => (text === null || text === '' ? null : text);
  return (
    <Card>
      <h2>{t('wishes.title')}</h2>
      <Facts
        items={[
          [
            t('wishes.times'),
            stretches.length === 0 ? null : stretches.map((one) => <div key={one}>{one}</div>),
          ],
          [t('wishes.type'), wishes.type === null ? null : t(`type_${wishes.type}`)],
          [t('wishes.place'), said(wishes.place)],
          [t('wishes.interpreter'), wishes.interpreter === null ? null : languageName(wishes.interpreter)],
          [t('wishes.note'), said(wishes.note)],
        ]}
      />
    </Card>
  );
}
