/** Invented names, put together so that many home languages and scripts, and very short and long names, occur. */

const givenNames = [
  'Amara',
  'Mateo',
  'Linh',
  'Yusuf',
  'Oksana',
  'Kai',
  'Isabela',
  'Dmitri',
  'Fatuma',
  'Jun',
  'Maximiliano',
  'Zoë',
  'Abdirahman',
  'Solveig',
  'Nia',
  'Tevita',
  'Guadalupe',
  'Haruki',
  'Bo',
  'Marisol',
  'Emeka',
  'Saoirse',
  'Anahí',
  'Wilhelmina-Josephine',
  'Ravi',
];
const familyNames = [
  'Okonedo',
  'Benavídez',
  'Trần',
  'Al-Masri',
  'Kovalenko',
  'Nakamura',
  'Warsame',
  'O’Rourke',
  'Santangelo',
  'Li',
  'Mbeki-Larsen',
  'Villaseñor Quintanilla',
  'Kahananui',
  'Petrosyan',
  'Adeleke',
  'Hjálmarsdóttir',
  'Xiong',
  'Goldwater-Finch',
  'Tesfaye',
  'Rasmussen',
  'Montgomery-Vandersloot',
  'Çelik',
  'Ng',
];
const guardianNames = [
  'Rosa',
  'Ahmed',
  'Thị Hạnh',
  'Олена',
  'Hodan',
  '秀英',
  'محمد',
  'Patricia',
  'Jean-Baptiste',
  'Concepción',
  'Sione',
  'Tigist',
  'Pa Houa',
  'Siobhán',
  'Էլեն',
  'Mary',
  'Juan Carlos',
];
const teacherNames = [
  'Adaeze',
  'Bennett',
  'Camille',
  'Darius',
  'Esperanza',
  'Frederik',
  'Gwendolyn',
  'Hiroshi',
  'Imani',
  'Jaroslav',
];

// Strides without a common divisor with the lengths, so that pairs repeat late.
const pick = (list: readonly string[], index: number, stride: number): string =>
  list[(index * stride) % list.length] ?? '';

export const studentGivenName = (index: number): string => pick(givenNames, index, 7);
export const householdName = (index: number): string => pick(familyNames, index, 5);
export const guardianGivenName = (index: number): string => pick(guardianNames, index, 3);
export const teacherGivenName = (index: number): string => pick(teacherNames, index, 3);
