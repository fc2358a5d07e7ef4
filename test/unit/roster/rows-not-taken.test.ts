import { describe, expect, it } from 'vitest';
import { csv, oneRoster11, readZip, refusalOf, rosterZip } from '../../support/roster-zip.ts';

const header = oneRoster11['users.csv'].split('\r\n')[0] ?? '';
const withUsers = (...rows: readonly string[]) =>
  rosterZip({ ...oneRoster11, 'users.csv': oneRoster11['users.csv'] + csv(...rows) });
const withEnrollments = (...rows: readonly string[]) =>
  rosterZip({ ...oneRoster11, 'enrollments.csv': oneRoster11['enrollments.csv'] + csv(...rows) });

describe('a row that cannot be taken', () => {
  it.each([
    ['an unknown school', 'x1,,,true,s9,student,,,Al,Poe,,,,,,,,', 'school is not in orgs.csv'],
    ['a student of the district office', 'x1,,,true,d1,student,,,Al,Poe,,,,,,,,', 'belongs to no school'],
    ['a missing name', 'x1,,,true,s1,student,,,,Poe,,,,,,,,', 'has no first name'],
    ['a dash for a name', 'x1,,,true,s1,teacher,,,-,-,,,,,,,,', 'has no name'],
    ['an id seen before', 'k1,,,true,s1,student,,,Al,Poe,,,,,,,,', 'stands on an earlier line'],
    ['no id', ',,,true,s1,student,,,Al,Poe,,,,,,,,', 'has no id'],
    ['a row marked for deletion', 'x1,tobedeleted,,true,s1,student,,,Al,Poe,,,,,,,,', 'marked for deletion'],
    ['a role we do not take', 'x1,,,true,s1,systemAdministrator,,,Al,Poe,,,,,,,,', 'role is not one'],
    ['a guardian of nobody', 'x1,,,true,s1,guardian,,,Al,Poe,,,,,,,,', 'linked to no student'],
    ['a guardian nobody lists', 'x1,,,true,s1,student,,,Al,Poe,,,,,,g9,,', 'not in users.csv'],
    [
      'an address no mail reaches',
      'x1,,,true,s1,teacher,,,Al,Poe,,,al at home,,,,,',
      'e-mail address is not',
    ],
    [
      'an address someone else has',
      'x1,,,true,s1,teacher,,,Al,Poe,,,rosa.alvarez@maple.example,,,,,',
      'same e-mail address',
    ],
    [
      'a formula for a name',
      'x1,,,true,s1,student,,,"=HYPERLINK(""http://x"")",Poe,,,,,,,,',
      'spreadsheet formula',
    ],
    ['a formula behind an at sign', 'x1,,,true,s1,teacher,,,Al,@SUM(A1),,,,,,,,', 'spreadsheet formula'],
    [
      'a row with too many cells',
      'x1,,,true,s1,student,,,Al,Poe,,,,,,,,,surplus',
      'more cells than the header',
    ],
  ])('%s is listed with its line and what to do', async (_, row, reason) => {
    const roster = await readZip(withUsers(row));
    expect(roster.notTaken).toBe(1);
    expect(roster.issues[0]).toMatchObject({ file: 'users.csv', line: 8 });
    expect(roster.issues[0]?.reason).toContain(reason);
  });

  it.each([
    ['an unknown user', 'e9,,,c1,s1,zz,student,,,', 'user of this enrollment'],
    ['an unknown class', 'e9,,,c9,s1,k1,student,,,', 'class of this enrollment'],
    ['a student who teaches', 'e9,,,c1,s1,k1,teacher,,,', 'do not fit'],
    ['a principal in every class', 'e9,,,c1,s1,t1,administrator,,,', 'teach or assist'],
    ['an enrollment that ended', 'e9,,,c2,s2,k1,student,,2026-08-01,2026-09-01', 'has ended'],
  ])('%s in enrollments is listed', async (_, row, reason) => {
    const roster = await readZip(withEnrollments(row), '2026-09-01');
    expect(roster.issues).toHaveLength(1);
    expect(roster.issues[0]).toMatchObject({ file: 'enrollments.csv', line: 7 });
    expect(roster.issues[0]?.reason).toContain(reason);
  });

  it('never repeats a value of the row', async () => {
    const roster = await readZip(withUsers('x1,,,true,s9,student,,,Zebulon,Quillfeather,,,,,,,,'));
    expect(JSON.stringify(roster.issues)).not.toMatch(/Zebulon|Quillfeather|x1/);
  });

  it('does not hide other faults: one reason fills at most forty places, and all are counted', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `x${i},,,true,s9,student,,,Al,Poe,,,,,,,,`);
    const roster = await readZip(withUsers(...many, 'y1,,,true,s1,student,,,,Poe,,,,,,,,'));
    expect(roster.notTaken).toBe(301);
    expect(roster.issues).toHaveLength(41);
    expect(roster.issues.at(-1)?.reason).toContain('has no first name');
  });

  it('is not there for a person only because the row is repeated in enrollments: terms do that', async () => {
    const roster = await readZip(withEnrollments('e9,,,c1,s1,k1,student,,,'));
    expect(roster.notTaken).toBe(0);
    expect(roster.found.enrollments).toBe(5);
  });

  it('a placeholder linked to half the school makes no family', async () => {
    const kids = Array.from({ length: 13 }, (_, i) => `x${i},,,true,s1,student,,,Al,Poe,,,,,,gg,,`);
    const roster = await readZip(withUsers(...kids, 'gg,,,true,d1,guardian,,,Unknown,Contact,,,,,,,,'));
    expect(roster.guardians.has('gg')).toBe(false);
    expect(roster.links.some(({ guardianId }) => guardianId === 'gg')).toBe(false);
    expect(roster.issues[0]?.reason).toContain('placeholder');
  });

  it('a file of which nothing can be taken is refused with its first reason', async () => {
    const refused = await refusalOf(
      rosterZip({
        'orgs.csv': oneRoster11['orgs.csv'],
        'users.csv': csv(header, ',,,,s1,student,,,A,B,,,,,,,,'),
      }),
    );
    expect(refused).toBe(
      'RosterRefused: No student and no member of the staff could be taken from the file. The first reason: The row has no id. Fill it in and export again.',
    );
  });
});

describe('what is read without complaint', () => {
  it('a byte order mark, bare line feeds, other capitals in names, columns in any order, cells left out at the end', async () => {
    const roster = await readZip(
      rosterZip({
        'ORGS.CSV': '\uFEFFName,Type,SourcedID\ncedar,SCHOOL,s1\n',
        'Users.csv':
          'role,orgSourcedIds,sourcedId,givenName,familyName,email\nstudent,s1,k1,  José   María ,Núñez\n',
      }),
    );
    expect(roster.students.get('k1')).toMatchObject({ givenName: 'José María', familyName: 'Núñez' });
  });

  it('folders inside the zip, and what a Mac adds to them', async () => {
    const roster = await readZip(
      rosterZip({
        ...Object.fromEntries(
          Object.entries(oneRoster11).map(([name, text]) => [`export/2026/${name}`, text]),
        ),
        '__MACOSX/export/2026/._users.csv': new Uint8Array([0, 5, 22, 7]),
        'export/.DS_Store': 'x',
        'export/readme.txt': 'hello',
      }),
    );
    expect(roster.found.students).toBe(3);
  });

  it('line breaks inside quotes, with the line number still right after them', async () => {
    const roster = await readZip(
      withUsers('x1,,,true,s1,student,,,"Al\nbert",Poe,,,,,,,,', 'x2,,,true,s1,student,,,,Poe'),
    );
    expect(roster.students.get('x1')?.givenName).toBe('Al bert');
    expect(roster.issues[0]?.line).toBe(10);
  });
});
