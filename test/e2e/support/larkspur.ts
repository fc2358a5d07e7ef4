/** Larkspur Valley, a district of invented people: its roster, its year and its rules. */
import { strToU8, zipSync } from 'fflate';
import { RosterTables } from '#infra/local/demo/roster-tables.ts';
import type { Args } from '#shared/contract/client.ts';
import type { PayRule } from '#shared/domain/policy/model.ts';
import type { Stage } from './stage.ts';
import { zone } from './stage.ts';

/** The people of a district whose mail goes to `<slug>.example`. */
export function castOf(slug: string) {
  const person = (name: string) => ({
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@${slug}.example`,
  });
  return {
    admin: person('Dena Marsh'),
    payroll: person('Pia Lund'),
    coordinator: person('Ivy Castell'),
    rosa: person('Rosa Alvarez'),
    chidi: person('Chidi Okafor'),
  };
}
export type Cast = ReturnType<typeof castOf>;
export const school = 'Cedar Bend Elementary';

/** Child and family name; everybody is in Rosa’s class. */
const children = [
  ['Mina', 'Haddad'],
  ['Joy', 'Park'],
  ['Leo', 'Quist'],
  ['Ada', 'Brandvold'],
] as const;

/** A OneRoster 1.2 export; with `faulty`, one row in it cannot be taken. */
export function rosterZip(cast: Cast, { faulty }: { readonly faulty: boolean }): Uint8Array<ArrayBuffer> {
  const { rosa, chidi, coordinator } = cast;
  const tables = new RosterTables();
  const add: RosterTables['add'] = (file, cells) => tables.add(file, { status: 'active', ...cells });
  const user = (
    id: string,
    name: string,
    role: string,
    more: { email?: string; agentSourcedIds?: string },
  ) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    add('users.csv', { sourcedId: id, enabledUser: 'true', username: id, givenName, familyName, ...more });
    add('roles.csv', {
      sourcedId: `${id}-role`,
      userSourcedId: id,
      roleType: 'primary',
      role,
      orgSourcedId: 'school',
    });
  };
  const enroll = (id: string, role: string) =>
    add('enrollments.csv', {
      sourcedId: `place-${id}`,
      classSourcedId: 'room-12',
      schoolSourcedId: 'school',
      userSourcedId: id,
      role,
    });
  add('orgs.csv', { sourcedId: 'district', name: 'Larkspur Valley', type: 'district' });
  add('orgs.csv', { sourcedId: 'school', name: school, type: 'school', parentSourcedId: 'district' });
  add('classes.csv', {
    sourcedId: 'room-12',
    title: 'Grade 3, room 12',
    classType: 'homeroom',
    schoolSourcedId: 'school',
  });
  user('rosa', rosa.name, 'teacher', { email: rosa.email });
  user('chidi', chidi.name, 'teacher', { email: chidi.email });
  user('ivy', coordinator.name, 'counselor', { email: coordinator.email });
  enroll('rosa', 'teacher');
  children.forEach(([given, family], index) => {
    user(`adult-${index}`, `Sam ${family}`, 'guardian', { email: `${family.toLowerCase()}@homes.example` });
    user(`child-${index}`, `${given} ${family}`, 'student', { agentSourcedIds: `adult-${index}` });
    enroll(`child-${index}`, 'student');
  });
  if (faulty) user('nobody', ' Nameless', 'student', {});
  const files = Object.entries(tables.files()).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>;
}

/** A school year around now, whatever day it is: the season for second visits begins in 40 days. */
export function yearAround(stage: Stage): Args<'createDistrict'>['body']['schoolYear'] {
  const { day } = stage;
  const from = day(-60);
  const start = Number(from.slice(0, 4)) - (from.slice(5) < '07-01' ? 1 : 0);
  return {
    year: `${start}-${String((start + 1) % 100).padStart(2, '0')}`,
    opensOn: from,
    firstDay: day(-40),
    lastDay: day(250),
    closesOn: day(260),
    secondVisitFrom: day(40),
    secondVisitUntil: day(200),
    holidays: [],
  };
}

/** What the national office sends to open a district of this name that pays in this way. */
export function districtBody(stage: Stage, name: string, pay: PayRule): Args<'createDistrict'>['body'] {
  return {
    name,
    state: 'CO',
    timeZone: zone,
    schoolYear: yearAround(stage),
    fund: { name: 'Family partnership', accountCode: '10-2190' },
    policy: {
      minTeam: 2,
      maxTeam: 3,
      minCertified: 2,
      interpreterCounts: false,
      visitTypes: ['home', 'neutral'],
      certificateMonths: 36,
      recertifyMonths: 2,
      pay,
      reflectionDueBusinessDays: 5,
      reflectionBeforePay: false,
      lookBackDays: 28,
      claimDueDays: 14,
      mailFrom: '07:00',
      mailUntil: '20:00',
    },
  };
}
