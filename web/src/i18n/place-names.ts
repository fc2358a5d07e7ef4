import { useTranslation } from 'react-i18next';
import type { places } from '#shared/locales/en/places.ts';

export type State = keyof (typeof places)['state'];
export type Zone = keyof (typeof places)['zone'];

/** Names of states and time zones; one that is not in the catalogue is shown by its code. Needs the words of `places`. */
export function usePlaceNames() {
  const { t, i18n } = useTranslation('places');
  const known = (key: string) => i18n.exists(key, { ns: 'places' });
  return {
    state: (code: string): string => (known(`state.${code}`) ? t(`state.${code as State}`) : code),
    zone: (id: string): string => (known(`zone.${id}`) ? t(`zone.${id as Zone}`) : id),
  };
}
