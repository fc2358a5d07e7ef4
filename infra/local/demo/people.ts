/** The people of the demo. All names are invented; addresses end in `.example`, where no mail can go. */
import { shell } from '#shared/locales/en/shell.ts';

type DemoRole = 'national_admin' | 'district_admin' | 'coordinator' | 'payroll' | 'educator' | 'interpreter';

export interface DemoPerson {
  /** What `npm run -s token -- NAME` takes. */
  readonly short: string;
  readonly name: string;
  readonly email: string;
  readonly role: DemoRole;
  /** Name of the district, or of the national office. */
  readonly place: string;
  /** Certified from the start; the others wait for a training. */
  readonly certified: boolean;
  /** Languages spoken with families besides English. */
  readonly speaks: readonly string[];
  /** Weekdays, Monday is 1, on which the late afternoon is usually free. */
  readonly free: readonly number[];
}

export const nationalOffice = 'National office';
export const marlowe = 'Marlowe Springs School District';
export const wexcombe = 'Wexcombe Public Schools';
export const tallow = 'Tallow Creek Unified School District';

const mailDomains: Record<string, string> = {
  [nationalOffice]: 'national.example',
  [marlowe]: 'marlowe-springs.example',
  [wexcombe]: 'wexcombe.example',
  [tallow]: 'tallow-creek.example',
};

const person = (
  place: string,
  role: DemoRole,
  short: string,
  name: string,
  family: string,
  certified = false,
  speaks: readonly string[] = [],
  free: readonly number[] = [],
): DemoPerson => ({
  short,
  name,
  email: `${short}.${family}@${mailDomains[place]}`,
  role,
  place,
  certified,
  speaks,
  free,
});

export const demoPeople: readonly DemoPerson[] = [
  person(nationalOffice, 'national_admin', 'naomi', 'Naomi Whitlock', 'whitlock'),
  person(marlowe, 'educator', 'maya', 'Maya Ortiz', 'ortiz', true, ['es'], [1, 2, 4]),
  person(marlowe, 'educator', 'tomas', 'Tomás Lindqvist', 'lindqvist', true, [], [2, 3, 4]),
  person(marlowe, 'educator', 'ruth', 'Ruth Abernathy-Kowalczyk', 'abernathy', true, ['es', 'vi'], [4, 5]),
  person(marlowe, 'educator', 'ben', 'Ben Achterberg', 'achterberg'),
  person(marlowe, 'coordinator', 'carlos', 'Carlos Beltrán Reyes', 'beltran'),
  person(marlowe, 'district_admin', 'dana', 'Dana Okonjo', 'okonjo'),
  person(marlowe, 'payroll', 'priya', 'Priya Ramanath', 'ramanath'),
  person(marlowe, 'interpreter', 'lucia', 'Lucía Barrientos', 'barrientos', false, ['es'], [1, 2, 3, 4]),
  person(wexcombe, 'educator', 'leila', 'Leila Haddadin', 'haddadin', true, ['ar'], [1, 3]),
  person(wexcombe, 'educator', 'noah', 'Noah Fitzwarren', 'fitzwarren', true, [], [3, 4]),
  person(wexcombe, 'educator', 'sofia', 'Sofia Vasquez-Thornbury', 'vasquez'),
  person(wexcombe, 'coordinator', 'hugo', 'Hugo Marchetti-Lowe', 'marchetti'),
  person(wexcombe, 'district_admin', 'grace', 'Grace Adeyinka', 'adeyinka'),
  person(wexcombe, 'payroll', 'ines', 'Inês Carvalhal', 'carvalhal'),
  person(wexcombe, 'interpreter', 'amina', 'Amina Warsame', 'warsame', false, ['so', 'ar'], [3, 4, 5]),
  person(
    tallow,
    'educator',
    'bart',
    'Bartholomew-Alexandros Papadimitrakopoulos-Featherstonehaugh',
    'featherstonehaugh',
    true,
    ['el'],
    [2, 4],
  ),
  person(tallow, 'educator', 'ana', 'Ana Kealoha-Nguyen', 'kealoha', true, ['vi'], [1, 4]),
  person(tallow, 'educator', 'jonah', 'Jonah Redfeather', 'redfeather'),
  person(tallow, 'coordinator', 'mei', 'Mei-Ling Castellanos', 'castellanos'),
  person(tallow, 'district_admin', 'walt', 'Walter Ingersund', 'ingersund'),
  person(tallow, 'payroll', 'otis', 'Otis Grünewald', 'gruenewald'),
];

/** What the person does, in words: `Educator, certified`. */
export function describePerson({ role, certified }: DemoPerson): string {
  return certified ? `${shell.role[role]}, certified` : shell.role[role];
}

/** A demo person by short name or e-mail address. */
export function findDemoPerson(text: string): DemoPerson | undefined {
  const wanted = text.trim().toLowerCase();
  return demoPeople.find((one) => one.short === wanted || one.email === wanted);
}

/** The demo people as a table for the terminal. */
export function peopleTable(): string {
  const rows = [
    ['NAME', 'PERSON', 'ROLE', 'DISTRICT'],
    ...demoPeople.map((one) => [one.short, shortened(one.name), describePerson(one), one.place]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shortened = (name: string): string => (name.length > 32 ? `${name.slice(0, 31)}…` : name);
