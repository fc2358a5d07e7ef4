/**
 * What a role word of a roster makes of a person here. Words of OneRoster 1.1 and 1.2 and of Microsoft's default
 * list of values, compared without case, spaces, hyphens and underscores.
 */
export type SourceRole = 'student' | 'staff' | 'guardian' | 'relative' | 'unsupported';

/** Anyone who works with children at a school may be one of a visiting pair; offices and computers do not visit. */
const staff = new Set([
  'adjunct',
  'administrator',
  'advisor',
  'aide',
  'assistant',
  'chair',
  'coach',
  'counselor',
  'counsellor',
  'faculty',
  'instructor',
  'lecturer',
  'librarian',
  'nurse',
  'occupationaltherapist',
  'officestaff',
  'paraprofessional',
  'physicaltherapist',
  'principal',
  'proctor',
  'professor',
  'psychologist',
  'siteadministrator',
  'socialworker',
  'specialservices',
  'speechtherapist',
  'staff',
  'substitute',
  'teacher',
  'teacherassistant',
  'visiontherapist',
]);

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

/** Reads a role word; a word that is not known here is `unsupported`, never guessed. */
export function sourceRole(word: string): SourceRole {
  const role = plain(word);
  if (role === 'student') return 'student';
  if (role === 'guardian' || role === 'parent') return 'guardian';
  if (role === 'relative') return 'relative';
  return staff.has(role) ? 'staff' : 'unsupported';
}

const schoolTypes = new Set(['school', 'college', 'university', 'campus', 'adulteducation']);

/** True for an organisation that families know as a school; departments and districts stand below or above one. */
export const isSchoolType = (type: string): boolean => schoolTypes.has(plain(type));

const withoutOwnClass = new Set([
  'administrator',
  'nurse',
  'officestaff',
  'principal',
  'proctor',
  'siteadministrator',
  'staff',
]);

/**
 * True for staff who are in the room with a class. Some exports enroll the principal in every class of the school:
 * that would fill the principal's page with classes that are not theirs.
 */
export const teaches = (word: string): boolean =>
  sourceRole(word) === 'staff' && !withoutOwnClass.has(plain(word));
