import { type SourceRole, sourceRole } from '#shared/domain/roster/source-role.ts';
import { firstEmail, gradeOf, idsOf, phoneOf } from '../cells.ts';
import type { At } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles, Row } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import type { Organisations } from './organisations.ts';
import { skippedStatus } from './status.ts';

const file = 'users.csv';

/** What a person is, and at which organisations; the primary one first. */
export interface UserRole {
  readonly kind: SourceRole;
  readonly orgIds: readonly string[];
  readonly grade: string;
}

/** Columns that OneRoster and SDS v2.1 share. Password, birthday and the like are never asked for. */
const columns = {
  id: need('sourcedId'),
  status: may('status'),
  username: may('username'),
  given: need('givenName'),
  family: need('familyName'),
  email: may('email'),
  phone: may('phone'),
  sms: may('sms'),
  grades: may('grades'),
  agents: may('agentSourcedIds'),
  role: may('role'),
  orgs: may('orgSourcedIds'),
};
type UserRow = Row<typeof columns>;

/** OneRoster 1.1 writes role and organisations in users.csv itself. */
export const roleInUsers = (row: UserRow): UserRole => ({
  kind: sourceRole(row.role),
  orgIds: idsOf(row.orgs),
  grade: row.grades,
});

/**
 * Reads users.csv. `roleOf` says what a person is; undefined for someone whom no file gives a role.
 * Relationships in agentSourcedIds are linked at the end, when everybody is known.
 */
export async function readUsers(
  files: RosterFiles,
  roster: RosterBuilder,
  orgs: Organisations,
  roleOf: (row: UserRow) => UserRole | undefined,
): Promise<void> {
  const agents: { at: At; user: string; agent: string }[] = [];
  const seen = new Map<string, SourceRole>();
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status) || !roster.fresh(at, row.id, seen)) continue;
    const role = roleOf(row);
    if (role === undefined) {
      roster.refuse(at, 'The user has no role. Give the user a role in roles.csv and export again.');
      continue;
    }
    seen.set(row.id, role.kind);
    takeUser(roster, at, row, role, orgs);
    for (const agent of idsOf(row.agents)) agents.push({ at, user: row.id, agent });
  }
  for (const { at, user, agent } of agents) linkAgents(roster, seen, at, user, agent);
}

function takeUser(roster: RosterBuilder, at: At, row: UserRow, role: UserRole, orgs: Organisations): void {
  const { id, given, family } = row;
  switch (role.kind) {
    case 'unsupported':
      roster.refuse(
        at,
        'The role is not one that Porchlight takes from a roster. If the person visits families, add the person by hand.',
      );
      return;
    case 'guardian':
    case 'relative':
      roster.addGuardian(at, {
        id,
        given,
        family,
        email: firstEmail(row.email, ''),
        phone: phoneOf(row.phone, row.sms),
      });
      return;
    case 'student':
    case 'staff': {
      if (role.orgIds.length > 0 && !role.orgIds.some((org) => orgs.known(org))) {
        roster.refuse(at, 'The person’s school is not in orgs.csv. Add the school there and export again.');
        return;
      }
      const schoolIds = role.orgIds.map((org) => orgs.schoolOf(org)).filter((school) => school !== null);
      if (role.kind === 'staff')
        roster.addStaff(at, { id, given, family, email: firstEmail(row.email, row.username), schoolIds });
      else
        roster.addStudent(at, {
          id,
          givenName: given,
          familyName: family,
          grade: gradeOf(role.grade),
          schoolId: schoolIds[0] ?? null,
        });
    }
  }
}

/** An agent may stand on the student's row or on the guardian's; both mean the same relationship. */
function linkAgents(
  roster: RosterBuilder,
  seen: ReadonlyMap<string, SourceRole>,
  at: At,
  user: string,
  agent: string,
): void {
  const [one, other] = [seen.get(user), seen.get(agent)];
  if (other === undefined) {
    roster.refuse(
      at,
      'agentSourcedIds names a user who is not in users.csv. Add the user or remove the reference.',
    );
    return;
  }
  const adult = (kind: SourceRole | undefined) => kind === 'guardian' || kind === 'relative';
  if (one === 'student' && adult(other))
    roster.link(at, { studentId: user, guardianId: agent, joins: other === 'guardian' });
  else if (adult(one) && other === 'student')
    roster.link(at, { studentId: agent, guardianId: user, joins: one === 'guardian' });
}
