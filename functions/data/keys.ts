import { createHash } from 'node:crypto';

/**
 * The only builders of key attributes. Every tenant-facing key starts with `T#<district>` and is delimited by `#`,
 * so that an IAM pattern on the leading key fences one district off (I1), and `t_1` can never open `t_10`.
 * Items of one aggregate share a partition, so that a page is one Query.
 */
const join = (...parts: readonly (string | number)[]): string => parts.join('#');

/** Free text inside a sort key: folded for ordering, and unable to forge the delimiter. */
export const sortable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[#\s]+/g, ' ')
    .trim()
    .slice(0, 100)
    // A character of two halves may lie across the cut, and half of one is no key.
    .toWellFormed();

/** E-mail addresses do not belong in keys: keys are logged by tools and copied into backups. */
export const hashed = (text: string): string =>
  createHash('sha256').update(text.trim().toLowerCase()).digest('hex').slice(0, 40);

/** Width of the due-hour shards: one busy morning spreads over this many partitions. */
export const dueShards = 4;

export const keys = {
  /** Sort keys of the one item of its kind in a partition. */
  word: {
    profile: 'PROFILE',
    account: 'ACCOUNT',
    applied: 'APPLIED',
    email: 'EMAIL',
    outbox: 'OUTBOX',
    visit: 'VISIT',
    familyWants: 'FAMILY_WANTS',
    feedback: 'FEEDBACK',
    preferences: 'PREFERENCES',
    suppressed: 'SUPPRESSED',
    progress: 'PROGRESS',
    roster: 'ROSTER',
    moved: 'MOVED',
    class: 'CLASS',
    import: 'IMPORT',
    batch: 'BATCH',
    training: 'TRAINING',
    idempotency: 'IDEMPOTENCY',
    next: 'NEXT',
  },

  district: (t: string) => join('T', t),
  setting: {
    prefix: 'SETTING#',
    district: 'SETTING#DISTRICT',
    year: (year: string) => join('SETTING', 'YEAR', year),
    policy: (from: string) => join('SETTING', 'POLICY', from),
    fund: (fund: string) => join('SETTING', 'FUND', fund),
  },
  school: (school: string) => join('SCHOOL', school),
  schoolPrefix: 'SCHOOL#',
  ownSchool: (t: string, school: string) => join('T', t, 'SCHOOL', school),
  goal: (year: string) => join('GOAL', year),
  /** In order of time, because ids are. */
  announcement: (id: string) => join('ANNOUNCEMENT', id),
  announcements: 'ANNOUNCEMENT#',
  announcementFamilies: (id: string) => join('FAMILIES', id),

  person: (t: string, person: string) => join('T', t, 'PERSON', person),
  people: (t: string) => join('T', t, 'PEOPLE'),
  interpreters: (t: string) => join('T', t, 'INTERPRETERS'),
  schoolPeople: (t: string, school: string) => join('T', t, 'SCHOOL', school, 'PEOPLE'),
  byName: (name: string, id: string) => join(sortable(name), id),
  certificate: (issuedOn: string) => join('CERTIFICATE', issuedOn),
  unsubscribe: (hash: string) => join('UNSUBSCRIBE', hash),
  digest: (day: string) => join('DIGEST', day),

  training: (t: string, training: string) => join('T', t, 'TRAINING', training),
  trainings: (t: string) => join('T', t, 'TRAININGS'),
  attendee: (person: string) => join('ATTENDEE', person),
  byDay: (day: string, id: string) => join(day, id),

  student: (t: string, student: string) => join('T', t, 'STUDENT', student),
  schoolStudents: (t: string, school: string) => join('T', t, 'SCHOOL', school, 'STUDENTS'),

  family: (t: string, family: string) => join('T', t, 'FAMILY', family),
  guardian: (guardian: string) => join('GUARDIAN', guardian),
  familyLink: (hash: string) => join('LINK', hash),
  noAnnouncements: (guardian: string) => join('NOANNOUNCEMENTS', guardian),
  familyStudent: (student: string) => join('STUDENT', student),
  mergeUnderWay: (student: string) => join('MERGE', student),
  invitation: (year: string) => join('YEAR', year, 'INVITATION'),
  studentYear: (year: string, student: string) => join('YEAR', year, 'STUDENT', student),
  schoolYear: (t: string, school: string, year: string) => join('T', t, 'SCHOOL', school, 'YEAR', year),

  hopes: (year: string, student: string) => join('HOPES', year, student),
  contact: (on: string, id: string) => join('CONTACT', on, id),
  contactPrefix: 'CONTACT#',
  /** Everything of a family but its contacts, which grow with the years and sort before it. */
  afterContacts: 'D',

  /** Class lists and students of a school that no roster has named yet: an import reads them in one Query. */
  expected: (t: string, school: string) => join('T', t, 'SCHOOL', school, 'EXPECTED'),
  expectedClass: (classId: string) => join('CLASS', classId),
  expectedStudent: (student: string) => join('STUDENT', student),

  class: (t: string, classId: string) => join('T', t, 'CLASS', classId),
  classStudent: (student: string) => join('STUDENT', student),
  classOfStudent: (classId: string) => join('CLASS', classId),
  classEducator: (person: string) => join('EDUCATOR', person),

  visit: (t: string, visit: string) => join('T', t, 'VISIT', visit),
  member: (person: string) => join('MEMBER', person),
  reflection: (student: string, person: string) => join('REFLECTION', student, person),
  reflectionsAbout: (student: string) => join('REFLECTION', student, ''),
  words: (student: string, person: string, version: number) =>
    join('WORDS', student, person, String(version).padStart(6, '0')),
  wordsPrefix: (student: string, person: string) => `${join('WORDS', student, person)}#`,
  claim: (person: string) => join('CLAIM', person),
  /** `subject` is a student, or the last day of a certificate. */
  reminder: (rule: string, subject: string | null, person: string, occurrence: number) =>
    join('REMINDER', rule, subject ?? '-', person, occurrence),
  familyVisits: 'VISIT#',
  familyVisit: (startsAt: string, visit: string) => join('VISIT', startsAt, visit),
  schoolVisits: (t: string, school: string) => join('T', t, 'SCHOOL', school, 'VISITS'),
  claims: (t: string, status: string) => join('T', t, 'CLAIMS', status),
  claimsOfSchool: (school: string) => join(school, ''),
  claimOrder: (school: string, day: string, visit: string, person: string) =>
    join(school, day, visit, person),

  /** The appointments of one person or family on one local day: two of them can never overlap. */
  dayBook: (day: string) => join('DAY', day),

  /** Rows of one person in one school year: a person's home is one Query of this prefix. */
  ofYear: (year: string) => `${year}#`,
  ownClass: (year: string, classId: string) => join(year, 'CLASS', classId),
  ownVisit: (year: string, startsAt: string, visit: string) => join(year, 'VISIT', startsAt, visit),
  ownReflection: (year: string, dueOn: string, visit: string, student: string) =>
    join(year, 'REFLECTION', dueOn, visit, student),
  ownClaim: (year: string, day: string, visit: string) => join(year, 'CLAIM', day, visit),
  ownClaims: (year: string) => join(year, 'CLAIM', ''),
  ownTraining: (training: string) => join('TRAINING', training),
  ownTrainings: 'TRAINING#',
  ownReminder: (
    dueAt: string,
    rule: string,
    visit: string | null,
    subject: string | null,
    occurrence: number,
  ) => join('REMINDER', dueAt, rule, visit ?? '-', subject ?? '-', occurrence),
  ownReminders: 'REMINDER#',

  /** System roles only (gsi3): what is due in one UTC hour, spread over shards by subject. */
  due: (dueAt: string, subject: string) => join('DUE', dueAt.slice(0, 13), shardOf(subject)),
  dueShard: (hour: string, shard: number) => join('DUE', hour, shard),
  dueOrder: (dueAt: string, t: string, ...rest: readonly (string | number)[]) => join(dueAt, t, ...rest),

  outbox: (t: string, message: string) => join('T', t, 'OUTBOX', message),
  idempotency: (t: string, person: string, key: string) => join('T', t, 'IDEMPOTENCY', person, key),
  email: (t: string, address: string) => join('T', t, 'EMAIL', hashed(address)),
  suppressed: (t: string, address: string) => join('T', t, 'SUPPRESSED', hashed(address)),
  applied: (t: string, eventId: string) => join('T', t, 'APPLIED', eventId),
  audit: (t: string, instant: string) => join('T', t, 'AUDIT', instant.slice(0, 7)),
  auditEntry: (instant: string, id: string) => join(instant, id),
  rollup: (t: string) => join('T', t, 'ROLLUP'),
  rollupOfSchool: (year: string, school: string) => join(year, 'SCHOOL', school),
  rollupOfDistrict: (year: string) => join(year, 'DISTRICT'),
  rosterImport: (t: string, id: string) => join('T', t, 'IMPORT', id),
  rosterImports: (t: string) => join('T', t, 'IMPORTS'),
  batch: (t: string, id: string) => join('T', t, 'BATCH', id),
  batches: (t: string) => join('T', t, 'BATCHES'),
  batchLine: (number: number) => join('LINE', String(number).padStart(6, '0')),

  national: {
    districts: 'NATIONAL#DISTRICTS',
    setup: 'NATIONAL#SETUP',
    rollup: (year: string) => join('NATIONAL', 'ROLLUP', year),
    outbox: (message: string) => join('NATIONAL', 'OUTBOX', message),
    audit: (instant: string) => join('NATIONAL', 'AUDIT', instant.slice(0, 7)),
    idempotency: (subject: string, key: string) => join('NATIONAL', 'IDEMPOTENCY', subject, key),
  },
  identity: (subject: string) => join('IDENTITY', subject),
  nationalMembership: 'NATIONAL',
} as const;

/** A stable spread of subjects over the due shards. */
function shardOf(subject: string): number {
  return (createHash('sha256').update(subject).digest()[0] ?? 0) % dueShards;
}
