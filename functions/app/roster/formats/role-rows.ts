import { sourceRole } from '#shared/domain/roster/source-role.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import { skippedStatus } from './status.ts';
import type { UserRole } from './users.ts';

const file = 'roles.csv';

/**
 * Reads roles.csv of OneRoster 1.2 and SDS v2.1: one row for each role at each organisation. The primary row says
 * what a person is; further rows of the same kind add organisations, so that a teacher of two schools has both.
 * Dates are not read: exports keep the dates of the year they were first written in.
 */
export async function readRoleRows(
  files: RosterFiles,
  roster: RosterBuilder,
): Promise<Map<string, UserRole>> {
  const columns = {
    user: need('userSourcedId'),
    org: need('orgSourcedId'),
    role: need('role'),
    status: may('status'),
    roleType: may('roleType'),
    isPrimary: may('isPrimary'),
    grade: may('grade'),
  };
  const roles = new Map<string, UserRole & { readonly primary: boolean }>();
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status)) continue;
    if (row.user === '') {
      roster.refuse(at, 'The row names no user. Fill in userSourcedId and export again.');
      continue;
    }
    const kind = sourceRole(row.role);
    const primary = row.roleType.toLowerCase() === 'primary' || row.isPrimary.toLowerCase() === 'true';
    const before = roles.get(row.user);
    const orgIds = row.org === '' ? [] : [row.org];
    if (before === undefined) roles.set(row.user, { kind, orgIds, grade: row.grade, primary });
    else if (before.kind === kind) {
      const grade = before.grade === '' ? row.grade : before.grade;
      const all = primary && !before.primary ? [...orgIds, ...before.orgIds] : [...before.orgIds, ...orgIds];
      roles.set(row.user, { kind, orgIds: all, grade, primary: before.primary || primary });
    } else if (takesOver(before, { kind, primary })) {
      roles.set(row.user, { kind, orgIds, grade: row.grade, primary });
    }
  }
  return roles;
}

/** Between two kinds of role the primary one counts; a role we cannot use never hides one that we can. */
function takesOver(
  before: { readonly kind: string; readonly primary: boolean },
  next: { readonly kind: string; readonly primary: boolean },
): boolean {
  if (next.kind === 'unsupported') return false;
  return before.kind === 'unsupported' || (next.primary && !before.primary);
}
