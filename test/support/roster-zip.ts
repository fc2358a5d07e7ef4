import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openRosterArchive } from '#functions/adapters/roster/roster-archive.ts';
import { readRoster } from '#functions/app/roster/read-roster.ts';
import type { Roster } from '#functions/app/roster/roster.ts';

/** Rows of one CSV file: the header first. */
export const csv = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

/** A zip of text files, or of bytes where a test needs a file that is no text. */
export const rosterZip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

/** Runs `use` with the path of a temporary file of these bytes. */
export async function withFile<T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-roster-'));
  try {
    const path = join(folder, 'roster.zip');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a zip as the importer does. */
export const readZip = (bytes: Uint8Array, today = '2026-09-01'): Promise<Roster> =>
  withFile(bytes, async (path) => {
    const archive = await openRosterArchive(path);
    try {
      return await readRoster(archive, today);
    } finally {
      await archive.close();
    }
  });

/** Why an upload is refused as a whole. */
export async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await readZip(bytes);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'taken';
}

/** A small OneRoster 1.1 export of invented people: two schools, two teachers, a household of two, one more student. */
export const oneRoster11 = {
  'manifest.csv': csv('propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.1'),
  'orgs.csv': csv(
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'd1,,,Maple Valley District,district,,',
    's1,,,Cedar Elementary,school,,d1',
    's2,,,Birch Middle,school,,d1',
  ),
  'users.csv': csv(
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
    't1,,,true,s1,teacher,alvarez,,Rosa,Alvarez,,,Rosa.Alvarez@maple.example,,,,,',
    't2,,,true,"s1,s2",teacher,okafor,,Chidi,Okafor,,,,,,,,',
    'k1,,,true,s1,student,k1,,Mina,Haddad,,,,,,g1,03,hunter2',
    'k2,,,false,s2,student,k2,,Sami,Haddad,,,,,,,07,hunter2',
    'k3,,,true,s1,student,k3,,Joy,Park,,,,,,,KG,hunter2',
    'g1,,,false,d1,parent,g1,,Layla,Haddad,,,layla@home.example,,555-201-3344,k2,,',
  ),
  'classes.csv': csv(
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
    'c1,,,Room 12,,,,homeroom,,s1,,,,',
    'c2,,,"Science, period 2",,,,scheduled,,s2,,,,',
  ),
  'enrollments.csv': csv(
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,,,c1,s1,t1,teacher,true,,',
    'e2,,,c1,s1,k1,student,,,',
    'e3,,,c1,s1,k3,student,,,',
    'e4,,,c2,s2,t2,teacher,true,,',
    'e5,,,c2,s2,k2,student,,,',
  ),
} as const;
