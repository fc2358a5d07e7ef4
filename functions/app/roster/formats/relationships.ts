import { sourceRole } from '#shared/domain/roster/source-role.ts';
import type { At } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import { skippedStatus } from './status.ts';

const file = 'relationships.csv';

interface Relationship {
  readonly at: At;
  readonly studentId: string;
  readonly guardianId: string;
  readonly joins: boolean;
}

/** Reads relationships.csv of SDS v2.1, before users.csv: it alone says who is a guardian. */
export async function readRelationships(files: RosterFiles, roster: RosterBuilder): Promise<Relationship[]> {
  if (!files.has(file)) return [];
  const columns = {
    student: need('userSourcedId'),
    guardian: need('relationshipUserSourcedId'),
    role: need('relationshipRole'),
    status: may('status'),
  };
  const found: Relationship[] = [];
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status)) continue;
    const kind = sourceRole(row.role);
    if (kind === 'guardian' || kind === 'relative')
      found.push({ at, studentId: row.student, guardianId: row.guardian, joins: kind === 'guardian' });
    else
      roster.refuse(
        at,
        'Only parents, guardians and relatives are taken as a student’s adults, so this row was not.',
      );
  }
  return found;
}

/** Links relationships when everybody is known. */
export function linkRelationships(roster: RosterBuilder, relationships: readonly Relationship[]): void {
  for (const { at, ...link } of relationships) {
    if (!roster.students.has(link.studentId))
      roster.refuse(at, 'The student of this relationship was not taken or is not in users.csv.');
    else if (!roster.guardians.has(link.guardianId))
      roster.refuse(
        at,
        'The adult of this relationship was not taken as a guardian: not in users.csv, or there with another role.',
      );
    else roster.link(at, link);
  }
}
