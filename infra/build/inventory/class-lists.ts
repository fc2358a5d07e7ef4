import {
  classAlias,
  classList,
  expectedStudent,
  studentAlias,
} from '#functions/data/entities/class-lists.ts';
import { mergeUnderWay, movedFamily, movedStudent } from '#functions/data/entities/moved.ts';
import { type Classified, classify, office, whileDistrict } from './classify.ts';

const untilNamed = 'until the roster names them';
const onePerson = 'nobody: one record under two ids';

/** What is kept about class lists that schools make before their roster exists, and about records that became one. */
export const classLists: readonly Classified[] = [
  classify(
    classList,
    { seenBy: office, kept: untilNamed },
    { technical: ['classId', 'schoolId'], work: ['year', 'name', 'students'] },
  ),
  classify(
    expectedStudent,
    { seenBy: office, kept: untilNamed },
    {
      technical: ['schoolId', 'studentId', 'familyId', 'classId', 'guardianIds', 'adultHashes'],
      work: ['year', 'notFound'],
      sensitive: ['givenName', 'familyName'],
    },
  ),
  classify(
    studentAlias,
    { seenBy: onePerson, kept: whileDistrict },
    { technical: ['rosterStudentId', 'studentId', 'guardians', 'expected'] },
  ),
  classify(
    classAlias,
    { seenBy: onePerson, kept: whileDistrict },
    { technical: ['rosterClassId', 'classId'] },
  ),
  classify(
    movedStudent,
    { seenBy: onePerson, kept: whileDistrict },
    {
      technical: ['studentId', 'into', 'replaced', 'toFamilyId', 'visitIds', 'restOf'],
      sensitive: ['givenName'],
    },
  ),
  classify(
    movedFamily,
    { seenBy: onePerson, kept: whileDistrict },
    { technical: ['familyId', 'to', 'guardians'] },
  ),
  classify(
    mergeUnderWay,
    { seenBy: onePerson, kept: 'seconds: until the merge is done' },
    { technical: ['familyId', 'studentId'] },
  ),
];
