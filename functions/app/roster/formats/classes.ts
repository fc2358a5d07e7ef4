import { sourceRole, teaches } from '#shared/domain/roster/source-role.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import type { Organisations } from './organisations.ts';
import { skippedStatus } from './status.ts';

/** Reads classes.csv and enrollments.csv. `schoolColumn` is what the format calls a class's school. */
export async function readClasses(
  files: RosterFiles,
  roster: RosterBuilder,
  orgs: Organisations,
  schoolColumn: 'schoolSourcedId' | 'orgSourcedId',
): Promise<void> {
  const file = 'classes.csv';
  const columns = {
    id: need('sourcedId'),
    status: may('status'),
    title: need('title'),
    code: may('classCode'),
    school: need(schoolColumn),
  };
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status) || !roster.fresh(at, row.id, roster.classes)) continue;
    const school = orgs.schoolOf(row.school);
    if (school === null)
      roster.refuse(at, 'The class’s school is not in orgs.csv. Add the school there and export again.');
    else roster.addClass(at, row.id, row.title === '' ? row.code : row.title, school);
  }
}

/** Reads enrollments.csv. `today` ends enrollments whose last day has passed. */
export async function readEnrollments(
  files: RosterFiles,
  roster: RosterBuilder,
  today: string,
): Promise<void> {
  const file = 'enrollments.csv';
  const columns = {
    status: may('status'),
    class: need('classSourcedId'),
    user: need('userSourcedId'),
    role: need('role'),
    until: may('endDate'),
  };
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status)) continue;
    const kind = sourceRole(row.role);
    // OneRoster counts endDate as the first day on which the enrollment no longer holds.
    if (/^\d{4}-\d{2}-\d{2}$/.test(row.until) && row.until <= today)
      roster.refuse(at, 'The enrollment has ended, so it was not taken.');
    else if (!roster.classes.has(row.class))
      roster.refuse(at, 'The class of this enrollment was not taken or is not in classes.csv.');
    else if (!roster.students.has(row.user) && !roster.staff.has(row.user))
      roster.refuse(at, 'The user of this enrollment was not taken or is not in users.csv.');
    else if (kind === 'student' && roster.students.has(row.user))
      roster.enroll(row.class, 'student', row.user);
    else if (kind === 'staff' && roster.staff.has(row.user)) {
      if (teaches(row.role)) roster.enroll(row.class, 'staff', row.user);
      else roster.refuse(at, 'Only students and people who teach or assist are put into a class.');
    } else if (kind === 'student' || kind === 'staff')
      roster.refuse(
        at,
        'The role in this enrollment and the person’s own role do not fit. Correct one of them.',
      );
    else roster.refuse(at, 'Only students and people who teach or assist are put into a class.');
  }
}
