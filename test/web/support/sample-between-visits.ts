import type { Answer } from '#shared/contract/client.ts';
import { shifts } from '#shared/domain/reflection/shifts.ts';
import type { Answers } from './mock-answers.ts';
import { family, familyId, studentId } from './sample-class.ts';
import { completedVisit, educatorAnswers, visit, visitId } from './sample-educator.ts';
import { maria, noor, sampleId, today } from './sample-people.ts';

type Hopes = NonNullable<Answer<'getHopes'>['students'][number]['hopes']>;
type Contact = Answer<'listContacts'>['items'][number];
type Mine = Answer<'getMyReflection'>;

const long = 'Maximiliano Alexander Villanueva-Castellanos de la Cruz';
const words: NonNullable<Mine['words']> = {
  answers: [
    { shift: 'understanding', text: 'They hope she will be the first of them to build a bridge.' },
    { shift: 'interests', text: 'She knows the names of all the birds behind the house.' },
  ],
  apply: 'Let Ana begin Friday’s science talk with a bird of the week.',
};

export const hopes = (changes: Partial<Hopes> = {}): Hopes => ({
  familyId,
  studentId,
  year: '2026-27',
  words: 'That Ana keeps asking why, learns to swim, and one day builds a bridge in her grandmother’s town.',
  writtenBy: noor.personId,
  writtenByName: noor.name,
  writtenAt: '2026-11-21T00:30:00Z',
  changedByFamilyAt: null,
  status: 'shared',
  rev: 1,
  ...changes,
});
export const familyHopes = (first: Hopes | null): Answer<'getHopes'> => ({
  year: '2026-27',
  students: [
    { studentId, givenName: 'Ana', visited: true, hopes: first },
    { studentId: sampleId('stu', 9), givenName: 'Tomás', visited: false, hopes: null },
  ],
});

const contact = (number: number, changes: Partial<Contact> = {}): Contact => ({
  contactId: sampleId('con', number),
  familyId,
  on: today,
  with: 'Rosa Rivera',
  how: 'phone',
  direction: 'to_family',
  line: 'Told her that Ana led the bird walk on Friday',
  askedForVisit: false,
  by: maria.personId,
  byName: maria.name,
  addedAt: '2026-11-22T17:00:00Z',
  rev: 1,
  ...changes,
});
export const contacts: Answer<'listContacts'> = {
  items: [
    contact(1),
    contact(2, {
      direction: 'from_family',
      how: 'in_person',
      with: long,
      line: 'Asked at the gate whether we would like to come by',
      askedForVisit: true,
      by: noor.personId,
      byName: noor.name,
    }),
  ],
  cursor: 'more',
};

/** One's own reflection, still to be written unless the case says otherwise. */
export const mine = (changes: Partial<Mine> = {}): Mine => ({
  reflection: {
    visitId,
    studentId,
    personId: maria.personId,
    givenName: 'Ana',
    year: '2026-27',
    status: 'owed',
    dueOn: '2026-11-30',
    version: 0,
    together: false,
    lookBackOn: null,
    lookedBackAt: null,
    rev: 1,
  },
  visitNumber: 1,
  words: null,
  lookBack: null,
  offered: [],
  ...changes,
});
export const written = (changes: Partial<Mine> = {}): Mine => {
  const { reflection } = mine();
  return mine({
    reflection: { ...reflection, status: 'done', version: 3, lookBackOn: today, rev: 4 },
    words,
    ...changes,
  });
};
export const offered = mine({ offered: [{ personId: noor.personId, name: noor.name, words }] });
export const everyPrompt = written({
  words: {
    answers: shifts.map((shift) => ({ shift, text: 'A word about this.' })),
    apply: words.apply,
  },
});
export const versions: Answer<'listReflectionVersions'> = {
  items: [
    {
      version: 2,
      words,
      lookBack: { how: 'partly', text: 'She spoke up twice, and once for a friend.' },
      takenFrom: null,
      writtenAt: '2026-11-21T15:00:00Z',
    },
    { version: 1, words, lookBack: null, takenFrom: noor.personId, writtenAt: null },
  ],
  cursor: null,
};

/** A second visit ahead, and what it opens with. */
export const secondVisit = () => visit({ students: [{ studentId, givenName: 'Ana', number: 2 }] });
export const preparation = (changes: Partial<Answer<'getPreparation'>> = {}): Answer<'getPreparation'> => ({
  students: [{ studentId, givenName: 'Ana', hopes: hopes() }],
  familyWants: { words: 'How to help with reading at home', at: '2026-11-20T17:00:00Z' },
  rev: 1,
  ...changes,
});

/** A family that was visited once: everything between its visits has something on it. */
export function betweenVisits(changes: Answers = {}): Answers {
  const visited = family('accepted');
  return educatorAnswers({
    getFamily: () => ({
      ...visited,
      students: visited.students.map((one) => (one.studentId === studentId ? { ...one, nextVisit: 2 } : one)),
    }),
    getVisit: () => completedVisit(),
    getHopes: () => familyHopes(hopes()),
    writeHopes: () => hopes(),
    listContacts: () => contacts,
    addContact: () => contact(3),
    correctContact: () => contact(1, { rev: 2 }),
    removeContact: () => ({ done: true }),
    getPreparation: () => preparation(),
    getMyReflection: () => mine(),
    takeOverReflection: () => ({ reflection: written().reflection }),
    writeReflection: () => ({ reflection: written().reflection }),
    writeLookBack: () => ({ reflection: written().reflection }),
    listReflectionVersions: () => versions,
    ...changes,
  });
}
