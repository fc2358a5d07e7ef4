import type { State, Zone } from '../../i18n/place-names.ts';

/** The zones districts live in, from east to west. */
export const zones: readonly Zone[] = [
  'America/Puerto_Rico',
  'America/New_York',
  'America/Detroit',
  'America/Indiana/Indianapolis',
  'America/Chicago',
  'America/Denver',
  'America/Boise',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
];

const statesIn: Partial<Record<Zone, string>> = {
  'America/Puerto_Rico': 'PR VI',
  'America/New_York': 'CT DE DC FL GA KY ME MD MA NH NJ NY NC OH PA RI SC VT VA WV',
  'America/Detroit': 'MI',
  'America/Indiana/Indianapolis': 'IN',
  'America/Chicago': 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI',
  'America/Denver': 'CO MT NM UT WY',
  'America/Boise': 'ID',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
  'Pacific/Guam': 'GU MP',
  'Pacific/Pago_Pago': 'AS',
};

/** Postal codes of the states, the District of Columbia and the territories. */
export const stateCodes = Object.values(statesIn).flatMap((codes) => codes.split(' ')) as State[];

/** The zone in which most of a state lives. A few states have two, so it is a first guess that can be changed. */
export function usualZone(state: State): Zone {
  return zones.find((zone) => statesIn[zone]?.split(' ').includes(state)) ?? 'America/New_York';
}
