import type { Answer } from '#shared/contract/client.ts';
import type { Answers } from './mock-answers.ts';
import { classId, family, familyId } from './sample-class.ts';
import { educatorAnswers } from './sample-educator.ts';
import { maria, noor, sampleId, school } from './sample-people.ts';

type Queue = Answer<'getClassQueue'>;
type Next = Queue['next'][number];

const longest = 'Villanueva-Castellanos de la Cruz';

function queued(
  number: number,
  givenNames: readonly string[],
  familyName: string,
  invitation: Next['invitation'] = 'not_invited',
) {
  return {
    familyId: sampleId('fam', number),
    invitation,
    students: givenNames.map((givenName, position) => ({
      studentId: sampleId('stu', number * 10 + position),
      givenName,
      familyName,
    })),
  };
}

/** The order of a class in the middle of its year. */
export const classQueue: Queue = {
  classId,
  schoolId: school.schoolId,
  name: 'Grade 3, Room 12',
  year: '2026-27',
  seed: '7f3a91c2',
  next: [
    { ...queued(1, ['Ana', 'Tomás'], 'Rivera'), lane: 'asked' },
    { ...queued(4, ['Amara'], 'Okafor', 'accepted'), lane: 'said_yes' },
    { ...queued(20, ['Jun', 'Mei'], 'Zhang'), lane: 'siblings' },
    { ...queued(7, ['Maximiliano Alexander'], longest), lane: 'everyone' },
    { ...queued(21, ['Elias'], 'Sørensen'), lane: 'everyone' },
    { ...queued(22, ['Fatuma'], 'Yusuf'), lane: 'everyone' },
    { ...queued(23, ['Lucas', 'Lena'], 'Moreau'), lane: 'everyone' },
  ],
  waiting: [queued(5, ['Mateo'], 'Quispe', 'invited')],
  visiting: [queued(2, ['Luis'], 'Ortega', 'accepted'), queued(3, ['Hodan'], 'Abdi', 'accepted')],
  counts: { next: 7, waiting: 1, visiting: 2, leftOut: 1 },
};

export const emptyQueue: Queue = {
  ...classQueue,
  next: [],
  waiting: [],
  visiting: [],
  counts: { next: 0, waiting: 0, visiting: 0, leftOut: 0 },
};

export const schoolQueue: Answer<'getSchoolQueue'> = {
  ...classQueue,
  name: school.name,
  counts: { next: 212, waiting: 31, visiting: 96, leftOut: 9 },
};

const secret = (number: number): string =>
  `/f/t_01jd3m8q4v0000000000000001.${sampleId('fam', number)}.Zm9vYmFyYmF6cXV4c2Vj${number}`;

const letter = (
  number: number,
  children: readonly string[],
  changes: Partial<Answer<'makeClassLetters'>['letters'][number]> = {},
): Answer<'makeClassLetters'>['letters'][number] => ({
  familyId: sampleId('fam', number),
  students: children.map((givenName) => ({ givenName, familyName: 'Rivera' })),
  guardians: ['Rosa Rivera'],
  language: 'es',
  path: secret(10 + number),
  byHand: false,
  invitation: { status: 'not_invited', rev: 0 },
  ...changes,
});

/** A set with every kind of letter: two languages, one we cannot write, long names, one from hand to hand. */
export const letterSet: Answer<'makeClassLetters'> = {
  school: school.name,
  className: 'Grade 3, Room 12',
  educators: [maria.name, noor.name],
  letters: [
    letter(1, ['Ana', 'Tomás']),
    letter(2, ['Maximiliano Alexander', 'Guadalupe Esperanza', 'Bartholomew'], {
      language: 'en',
      guardians: [
        `Maria del Carmen ${longest}`,
        `Francisco Javier ${longest}`,
        'Alexandra Konstantinopoulou-Papadimitriou',
      ],
    }),
    letter(3, ['Fatuma'], { language: 'so', guardians: [], byHand: true }),
  ],
  leftOut: 1,
};

/** A home with everything there is to mend: two guardians, one of whom must not be reached. */
export function household(
  mailProblem: Answer<'getFamily'>['guardians'][number]['mailProblem'] = null,
): Answer<'getFamily'> {
  const data = family('not_invited');
  return {
    ...data,
    guardians: [
      ...data.guardians.map((one) => ({ ...one, mailProblem })),
      {
        guardianId: sampleId('gua', 2),
        familyId,
        name: `Francisco Javier ${longest}`,
        email: null,
        phone: null,
        prefers: null,
        noContact: true,
        mailProblem: null,
        announcementsStopped: false,
        rev: 1,
      },
    ],
  };
}

/** A letter that went out, and a mail whose link ended. */
export const links: Answer<'listFamilyLinks'> = {
  items: [
    {
      via: 'letter',
      guardian: null,
      madeAt: '2026-11-20T18:00:00.000Z',
      expiresAt: '2027-07-01T12:00:00.000Z',
      revokedAt: null,
      holds: true,
    },
    {
      via: 'mail',
      guardian: 'Rosa Rivera',
      madeAt: '2026-09-02T18:00:00.000Z',
      expiresAt: '2027-07-01T12:00:00.000Z',
      revokedAt: '2026-10-01T18:00:00.000Z',
      holds: false,
    },
  ],
};

/** What the server answers somebody who invites families and writes to them. */
export function queueAnswers(changes: Answers = {}): Answers {
  const [guardian] = household().guardians as [Answer<'getFamily'>['guardians'][number]];
  return educatorAnswers({
    getClassQueue: () => classQueue,
    getSchoolQueue: () => schoolQueue,
    getFamily: () => household(),
    makeClassLetters: () => letterSet,
    makeFamilyLetter: () => ({ ...letterSet, className: null, letters: letterSet.letters.slice(0, 1) }),
    changeFamily: () => ({ ...household().family, rev: 2 }),
    addGuardian: () => guardian,
    changeGuardian: () => guardian,
    removeGuardian: () => ({ done: true }),
    listFamilyLinks: () => links,
    revokeFamilyLinks: () => ({ items: links.items.map((link) => ({ ...link, holds: false })) }),
    ...changes,
  });
}
