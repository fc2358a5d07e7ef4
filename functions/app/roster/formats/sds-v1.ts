import { firstEmail, gradeOf, phoneOf } from '../cells.ts';
import type { At } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import { skippedStatus } from './status.ts';

/** Microsoft SDS v1: one file for each kind, ids called SIS ID, spaces in the column names. */
export const sdsV1Files = [
  'School.csv',
  'Section.csv',
  'Student.csv',
  'Teacher.csv',
  'StudentEnrollment.csv',
  'TeacherRoster.csv',
] as const;
const [schoolFile, sectionFile, studentFile, teacherFile, studentEnrollmentFile, teacherRosterFile] =
  sdsV1Files;
const contactFile = 'User.csv';
const relationshipFile = 'GuardianRelationship.csv';

const unknownSchool = (at: At, roster: RosterBuilder): false =>
  roster.refuse(at, 'The school of this row is not in School.csv. Add the school there and export again.');

/** Reads a whole SDS v1 upload, guardians too when their two files are there. */
export async function readSdsV1(files: RosterFiles, roster: RosterBuilder): Promise<void> {
  await readSchools(files, roster);
  await readPeople(files, roster);
  await readSections(files, roster);
  await readMembers(files, roster, studentEnrollmentFile, 'student');
  await readMembers(files, roster, teacherRosterFile, 'staff');
  await readContacts(files, roster);
}

async function readSchools(files: RosterFiles, roster: RosterBuilder): Promise<void> {
  const columns = { id: need('SIS ID'), name: need('Name') };
  for await (const row of files.rows(schoolFile, columns, badRowOf(roster, schoolFile))) {
    const at = { file: schoolFile, line: row.line };
    if (roster.fresh(at, row.id, roster.schools)) roster.addSchool(at, row.id, row.name);
  }
}

/** A person of two schools has a row for each. */
async function readPeople(files: RosterFiles, roster: RosterBuilder): Promise<void> {
  const columns = {
    id: need('SIS ID'),
    school: need('School SIS ID'),
    given: need('First Name'),
    family: need('Last Name'),
    username: may('Username'),
    status: may('Status'),
    grade: may('Grade'),
  };
  for await (const row of files.rows(studentFile, columns, badRowOf(roster, studentFile))) {
    const at = { file: studentFile, line: row.line };
    if (skippedStatus(roster, at, row.status) || !roster.fresh(at, row.id, roster.students)) continue;
    if (!roster.schools.has(row.school)) unknownSchool(at, roster);
    else
      roster.addStudent(at, {
        id: row.id,
        givenName: row.given,
        familyName: row.family,
        grade: gradeOf(row.grade),
        schoolId: row.school,
      });
  }
  for await (const row of files.rows(teacherFile, columns, badRowOf(roster, teacherFile))) {
    const at = { file: teacherFile, line: row.line };
    if (skippedStatus(roster, at, row.status)) continue;
    const known = roster.staff.get(row.id);
    if (!roster.schools.has(row.school)) unknownSchool(at, roster);
    else if (known !== undefined && !known.schoolIds.has(row.school)) known.schoolIds.add(row.school);
    else if (roster.fresh(at, row.id, roster.staff))
      roster.addStaff(at, {
        id: row.id,
        given: row.given,
        family: row.family,
        email: firstEmail('', row.username),
        schoolIds: [row.school],
      });
  }
}

async function readSections(files: RosterFiles, roster: RosterBuilder): Promise<void> {
  const columns = {
    id: need('SIS ID'),
    school: need('School SIS ID'),
    name: need('Section Name'),
    status: may('Status'),
  };
  for await (const row of files.rows(sectionFile, columns, badRowOf(roster, sectionFile))) {
    const at = { file: sectionFile, line: row.line };
    if (skippedStatus(roster, at, row.status) || !roster.fresh(at, row.id, roster.classes)) continue;
    if (roster.schools.has(row.school)) roster.addClass(at, row.id, row.name, row.school);
    else unknownSchool(at, roster);
  }
}

async function readMembers(
  files: RosterFiles,
  roster: RosterBuilder,
  file: string,
  kind: 'student' | 'staff',
): Promise<void> {
  const people = kind === 'student' ? roster.students : roster.staff;
  const peopleFile = kind === 'student' ? 'Student.csv' : 'Teacher.csv';
  const columns = { section: need('Section SIS ID'), person: need('SIS ID'), status: may('Status') };
  for await (const row of files.rows(file, columns, badRowOf(roster, file))) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status)) continue;
    if (!roster.classes.has(row.section))
      roster.refuse(at, 'The section of this row was not taken or is not in Section.csv.');
    else if (people.has(row.person)) roster.enroll(row.section, kind, row.person);
    else roster.refuse(at, `The person of this row was not taken or is not in ${peopleFile}.`);
  }
}

/** Contacts have no id of their own in SDS v1: the e-mail address joins the two files. */
async function readContacts(files: RosterFiles, roster: RosterBuilder): Promise<void> {
  if (!files.has(contactFile) || !files.has(relationshipFile)) return;
  const columns = {
    email: need('Email'),
    given: need('First Name'),
    family: need('Last Name'),
    phone: may('Phone'),
  };
  for await (const row of files.rows(contactFile, columns, badRowOf(roster, contactFile))) {
    const at = { file: contactFile, line: row.line };
    const id = row.email.toLowerCase();
    if (roster.fresh(at, id, roster.guardians))
      roster.addGuardian(at, {
        id,
        given: row.given,
        family: row.family,
        email: firstEmail(row.email, ''),
        phone: phoneOf(row.phone),
      });
  }
  const links = { student: need('SIS ID'), email: need('Email'), role: may('Role') };
  for await (const row of files.rows(relationshipFile, links, badRowOf(roster, relationshipFile))) {
    const at = { file: relationshipFile, line: row.line };
    const guardianId = row.email.toLowerCase();
    const role = row.role.toLowerCase();
    if (!['', 'parent', 'guardian', 'relative'].includes(role))
      roster.refuse(
        at,
        'Only parents, guardians and relatives are taken as a student’s adults, so this row was not.',
      );
    else if (!roster.students.has(row.student))
      roster.refuse(at, 'The student of this relationship was not taken or is not in Student.csv.');
    else if (!roster.guardians.has(guardianId))
      roster.refuse(at, 'The adult of this relationship was not taken or is not in User.csv.');
    else roster.link(at, { studentId: row.student, guardianId, joins: role !== 'relative' });
  }
}

const badRowOf = (roster: RosterBuilder, file: string) => (line: number, reason: string) =>
  roster.refuse({ file, line }, reason);
