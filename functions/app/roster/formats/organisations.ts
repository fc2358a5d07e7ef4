import { isSchoolType } from '#shared/domain/roster/source-role.ts';
import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterFiles } from '../roster-files.ts';
import { may, need } from '../roster-files.ts';
import { skippedStatus } from './status.ts';

const file = 'orgs.csv';
/** Deeper than any real tree of departments; also ends a circle of parents. */
const deepest = 12;

/** Finds the school that stands for an organisation: itself, or the nearest one above it. */
export interface Organisations {
  known(id: string): boolean;
  /** Null for a district, a ministry or a department outside of any school. */
  schoolOf(id: string): string | null;
}

/** Reads orgs.csv of OneRoster and SDS v2.1: schools are taken, the tree around them is kept to place people. */
export async function readOrganisations(files: RosterFiles, roster: RosterBuilder): Promise<Organisations> {
  const parents = new Map<string, string>();
  const columns = {
    id: need('sourcedId'),
    status: may('status'),
    name: need('name'),
    type: need('type'),
    parent: may('parentSourcedId'),
  };
  for await (const row of files.rows(file, columns, (line, reason) =>
    roster.refuse({ file, line }, reason),
  )) {
    const at = { file, line: row.line };
    if (skippedStatus(roster, at, row.status) || !roster.fresh(at, row.id, parents)) continue;
    parents.set(row.id, row.parent);
    if (isSchoolType(row.type)) roster.addSchool(at, row.id, row.name);
  }
  return {
    known: (id) => parents.has(id),
    schoolOf(id) {
      let next: string | undefined = id;
      for (let depth = 0; next !== undefined && depth < deepest; depth += 1) {
        if (roster.schools.has(next)) return next;
        next = parents.get(next);
      }
      return null;
    },
  };
}
