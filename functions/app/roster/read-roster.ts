import { readClasses, readEnrollments } from './formats/classes.ts';
import { readOrganisations } from './formats/organisations.ts';
import { linkRelationships, readRelationships } from './formats/relationships.ts';
import { readRoleRows } from './formats/role-rows.ts';
import { readSdsV1, sdsV1Files } from './formats/sds-v1.ts';
import { readUsers, roleInUsers } from './formats/users.ts';
import type { Roster, RosterFormat } from './roster.ts';
import { RosterRefused } from './roster.ts';
import { RosterBuilder } from './roster-builder.ts';
import type { RosterFiles } from './roster-files.ts';

const plain = (column: string): string => column.toLowerCase().replace(/\s/g, '');

/**
 * Tells the format by the files and their columns; a manifest is neither needed nor believed.
 * @throws RosterRefused when the files are none of the formats, or some of one format are missing.
 */
export async function formatOf(files: RosterFiles): Promise<RosterFormat> {
  if (files.has('users.csv')) {
    const users = (await files.columns('users.csv')).map(plain);
    if (users.includes('role') && users.includes('orgsourcedids')) return 'oneroster-1.1';
    if (!files.has('roles.csv'))
      throw new RosterRefused(
        'users.csv has neither the columns role and orgSourcedIds (OneRoster 1.1) nor a roles.csv beside it (OneRoster 1.2, SDS v2.1). Export the roster again with its roles.',
      );
    if ((await files.columns('roles.csv')).map(plain).includes('roletype')) return 'oneroster-1.2';
    if (!files.has('classes.csv')) return 'sds-v2.1';
    const classes = (await files.columns('classes.csv')).map(plain);
    return classes.includes('schoolsourcedid') ? 'oneroster-1.2' : 'sds-v2.1';
  }
  const missing = sdsV1Files.filter((file) => !files.has(file));
  if (missing.length === sdsV1Files.length)
    throw new RosterRefused(
      'The zip holds no roster that Porchlight knows. Upload a OneRoster 1.1 or 1.2 CSV export (users.csv, orgs.csv, classes.csv, enrollments.csv) or a Microsoft SDS export.',
    );
  if (missing.length > 0)
    throw new RosterRefused(
      `The zip looks like a Microsoft SDS v1 export, but ${missing.join(', ')} is missing. Add the missing files and upload again.`,
    );
  return 'sds-v1';
}

/**
 * Reads the CSV files of an upload into one roster in which every reference holds.
 * @param today the district's local date; enrollments that ended before it are not taken
 * @throws RosterRefused with one sentence when the upload as a whole cannot be used
 */
export async function readRoster(files: RosterFiles, today: string): Promise<Roster> {
  const format = await formatOf(files);
  const roster = new RosterBuilder();
  if (format === 'sds-v1') {
    await readSdsV1(files, roster);
    return roster.finish(format);
  }
  const orgs = await readOrganisations(files, roster);
  if (format === 'oneroster-1.1') await readUsers(files, roster, orgs, roleInUsers);
  else {
    const roles = await readRoleRows(files, roster);
    const relationships = await readRelationships(files, roster);
    const adults = new Set(relationships.map(({ guardianId }) => guardianId));
    await readUsers(files, roster, orgs, ({ id, grades }) => {
      const role = roles.get(id);
      if (role !== undefined) return role.grade === '' ? { ...role, grade: grades } : role;
      return adults.has(id) ? { kind: 'guardian', orgIds: [], grade: '' } : undefined;
    });
    linkRelationships(roster, relationships);
  }
  // A roster of people alone is a roster: families can be invited before there are classes. One file of the two is not.
  if (files.has('classes.csv') || files.has('enrollments.csv')) {
    await readClasses(files, roster, orgs, format === 'sds-v2.1' ? 'orgSourcedId' : 'schoolSourcedId');
    await readEnrollments(files, roster, today);
  }
  return roster.finish(format);
}
