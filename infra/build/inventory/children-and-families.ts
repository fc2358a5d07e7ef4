import { contact } from '#functions/data/entities/contacts.ts';
import { family, familyLink, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import {
  classEducator,
  classStudent,
  familyStudent,
  schoolClass,
  student,
} from '#functions/data/entities/roster.ts';
import {
  dayBook,
  familyFeedback,
  familyWants,
  reflection,
  reflectionWords,
  visit,
  visitMember,
} from '#functions/data/entities/visits.ts';
import { type Classified, classify, schoolStaff, whileDistrict } from './classify.ts';

/** What is kept about children, families and visits. */
export const childrenAndFamilies: readonly Classified[] = [
  classify(
    student,
    { seenBy: schoolStaff, kept: whileDistrict },
    {
      technical: ['studentId', 'familyId', 'schoolId'],
      sensitive: ['givenName', 'familyName', 'grade', 'roster'],
    },
  ),
  classify(
    schoolClass,
    { seenBy: schoolStaff, kept: whileDistrict },
    { technical: ['classId', 'schoolId'], work: ['year', 'name', 'roster'] },
  ),
  classify(
    classStudent,
    { seenBy: schoolStaff, kept: whileDistrict },
    { technical: ['classId', 'studentId', 'familyId', 'schoolId'], sensitive: ['givenName', 'familyName'] },
  ),
  classify(
    classEducator,
    { seenBy: schoolStaff, kept: whileDistrict },
    { technical: ['classId', 'personId', 'schoolId'], work: ['year', 'className'] },
  ),
  classify(
    familyStudent,
    { seenBy: schoolStaff, kept: whileDistrict },
    { technical: ['familyId', 'studentId', 'schoolId'], sensitive: ['givenName', 'familyName'] },
  ),
  classify(
    family,
    { seenBy: schoolStaff, kept: whileDistrict },
    { technical: ['familyId'], sensitive: ['language', 'doNotContact'] },
  ),
  classify(
    guardian,
    { seenBy: schoolStaff, kept: whileDistrict },
    {
      technical: ['guardianId', 'familyId'],
      sensitive: ['name', 'email', 'phone', 'roster', 'prefers', 'noContact', 'removed'],
    },
  ),
  classify(
    invitation,
    { seenBy: schoolStaff, kept: whileDistrict },
    {
      technical: ['familyId', 'invitedBy'],
      work: ['year', 'how', 'invitedAt', 'answeredAt', 'answeredBy'],
      sensitive: ['status', 'askedByFamily', 'wishes'],
    },
  ),
  classify(
    studentYear,
    { seenBy: schoolStaff, kept: whileDistrict },
    {
      technical: ['studentId', 'familyId', 'schoolId'],
      work: ['year'],
      sensitive: ['givenName', 'familyName', 'invitation', 'askedByFamily', 'doNotContact', 'visits'],
    },
  ),
  classify(
    familyLink,
    {
      seenBy: 'staff of the schools of its students, never the secret',
      kept: 'until a year after its school year closes; it opens nothing then, and still stops announcements',
    },
    {
      technical: ['familyId', 'guardianId', 'hash', 'mail'],
      work: ['year', 'via', 'madeBy', 'madeAt', 'expiresAt', 'revokedAt'],
    },
  ),
  classify(
    contact,
    { seenBy: schoolStaff, kept: whileDistrict },
    {
      technical: ['contactId', 'familyId', 'by'],
      work: ['on', 'how', 'direction', 'addedAt'],
      personal: ['byName'],
      sensitive: ['with', 'line', 'askedForVisit'],
    },
  ),
  classify(
    familyWants,
    { seenBy: 'the team of the visit, coordinators of the school', kept: whileDistrict },
    { technical: ['visitId', 'by'], work: ['at'], sensitive: ['words'] },
  ),
  classify(
    hopes,
    { seenBy: 'the family, and staff of the schools of its students', kept: whileDistrict },
    {
      technical: ['familyId', 'studentId', 'writtenBy'],
      work: ['year', 'writtenAt', 'changedByFamilyAt', 'status'],
      sensitive: ['words'],
    },
  ),
  classify(
    visit,
    { seenBy: 'the team, coordinators of the school, district coordinators', kept: whileDistrict },
    {
      technical: ['visitId', 'familyId', 'schoolId', 'sequence', 'lastSequence', 'stoodSince'],
      work: [
        'year',
        'status',
        'type',
        'minutes',
        'timeZone',
        'scheduledAt',
        'completedAt',
        'closedAt',
        'confirmedAt',
        'otherTimeAskedAt',
        'actualMinutes',
        'beforeSchoolStarts',
      ],
      sensitive: ['place', 'startsAt', 'localDate', 'students', 'ended'],
      personal: ['team', 'late'],
    },
  ),
  classify(
    familyFeedback,
    { seenBy: 'the family, the team, coordinators of the school', kept: whileDistrict },
    { technical: ['visitId', 'familyId'], work: ['at'], sensitive: ['how', 'words'] },
  ),
  classify(
    dayBook,
    { seenBy: 'nobody; only so that two visits cannot fall into one hour', kept: '400 days' },
    { technical: ['owner'], sensitive: ['day', 'appointments'] },
  ),
  classify(
    visitMember,
    { seenBy: 'the person', kept: whileDistrict },
    {
      technical: ['visitId', 'personId', 'schoolId', 'familyId'],
      work: ['year', 'status', 'type', 'minutes', 'timeZone', 'otherTimeAskedAt'],
      sensitive: ['startsAt', 'students'],
      personal: ['team'],
    },
  ),
  classify(
    reflection,
    { seenBy: 'the author; others see only that it is done', kept: whileDistrict },
    {
      technical: ['visitId', 'studentId', 'personId', 'version'],
      sensitive: ['givenName'],
      work: ['year', 'status', 'dueOn', 'together', 'lookBackOn', 'lookedBackAt'],
    },
  ),
  classify(
    reflectionWords,
    {
      seenBy: 'the author; a colleague of the visit only where the author offers them as written together',
      kept: whileDistrict,
    },
    {
      technical: ['visitId', 'studentId', 'personId', 'version', 'takenFrom'],
      work: ['writtenAt'],
      sensitive: ['words', 'lookBack'],
    },
  ),
];
