import { describe, expect, it } from 'vitest';
import { householdsOf } from '#shared/domain/roster/household.ts';
import { csv, oneRoster11, readZip, rosterZip } from '../../support/roster-zip.ts';

const users12 =
  'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,preferredGivenName';
const oneRoster12 = {
  'orgs.csv': oneRoster11['orgs.csv'],
  'users.csv': csv(
    users12,
    't1,,,true,,,Rosa,Alvarez,,,rosa@maple.example,,,,,,',
    'k1,,,true,,,Mina,Haddad,,,,,,g1,03,,Minnie',
    'a1,,,true,,,Ana,Ruiz,,,ana@maple.example,,,,,,',
    'g1,,,true,,,Layla,Haddad,,,,,,,,,',
  ),
  'roles.csv': csv(
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
    'r1,,,t1,secondary,teacher,,,s2,',
    'r2,,,t1,primary,teacher,,,s1,',
    'r3,,,k1,primary,student,,,s1,',
    'r4,,,a1,primary,districtAdministrator,,,d1,',
    'r5,,,g1,primary,guardian,,,s1,',
  ),
  'classes.csv': oneRoster11['classes.csv'],
  'enrollments.csv': csv('classSourcedId,userSourcedId,role', 'c1,t1,teacher', 'c1,k1,student'),
};

describe('a OneRoster 1.1 export', () => {
  it('gives schools, staff, students, guardians and classes, and counts them', async () => {
    const roster = await readZip(rosterZip(oneRoster11));
    expect(roster.format).toBe('oneroster-1.1');
    expect(roster.found).toEqual({
      schools: 2,
      staff: 2,
      students: 3,
      guardians: 1,
      classes: 2,
      enrollments: 5,
    });
    expect(roster.issues).toEqual([]);
    expect(roster.staff.get('t2')).toMatchObject({
      id: 't2',
      name: 'Chidi Okafor',
      email: null,
      schoolIds: ['s1', 's2'],
    });
    expect(roster.staff.get('t1')?.email).toBe('rosa.alvarez@maple.example');
    expect(roster.classes.get('c2')).toEqual({
      id: 'c2',
      name: 'Science, period 2',
      schoolId: 's2',
      studentIds: ['k2'],
      staffIds: ['t2'],
    });
  });

  it('keeps of a student the name, grade and school, and nothing else', async () => {
    const roster = await readZip(rosterZip(oneRoster11));
    expect(roster.students.get('k1')).toEqual({
      id: 'k1',
      givenName: 'Mina',
      familyName: 'Haddad',
      grade: '3',
      schoolId: 's1',
    });
    expect(roster.students.get('k3')?.grade).toBe('KG');
  });

  it('reads a relationship from the student’s row or from the parent’s: both children are one family', async () => {
    const roster = await readZip(rosterZip(oneRoster11));
    const { households } = householdsOf([...roster.students.keys()], roster.links);
    expect(households).toEqual([['k1', 'k2'], ['k3']]);
  });

  it('takes a student whose sign-in is switched off: young children have none', async () => {
    const roster = await readZip(rosterZip(oneRoster11));
    expect(roster.students.has('k2')).toBe(true);
  });

  it('needs no classes to take people, but not one of the two class files alone', async () => {
    const { 'classes.csv': _, 'enrollments.csv': __, ...people } = oneRoster11;
    expect((await readZip(rosterZip(people))).found).toMatchObject({ students: 3, classes: 0 });
    await expect(
      readZip(rosterZip({ ...people, 'classes.csv': oneRoster11['classes.csv'] })),
    ).rejects.toThrow('enrollments.csv is missing from the zip. Add it and upload again.');
  });
});

describe('a OneRoster 1.2 export', () => {
  it('takes a person’s kind from the primary role and every school of that kind, the primary one first', async () => {
    const roster = await readZip(rosterZip(oneRoster12));
    expect(roster.format).toBe('oneroster-1.2');
    expect(roster.staff.get('t1')?.schoolIds).toEqual(['s1', 's2']);
    expect(roster.found).toEqual({
      schools: 2,
      staff: 1,
      students: 1,
      guardians: 1,
      classes: 2,
      enrollments: 2,
    });
  });

  it('uses the name on record, never a preferred one: a visit must not tell a family what school knows', async () => {
    const roster = await readZip(rosterZip(oneRoster12));
    expect(roster.students.get('k1')?.givenName).toBe('Mina');
  });

  it('does not take district administrators, and says what to do', async () => {
    const roster = await readZip(rosterZip(oneRoster12));
    expect(roster.issues).toEqual([
      {
        file: 'users.csv',
        line: 4,
        reason:
          'The role is not one that Porchlight takes from a roster. If the person visits families, add the person by hand.',
      },
    ]);
  });

  it('says so of a user without a role', async () => {
    const roster = await readZip(
      rosterZip({ ...oneRoster12, 'users.csv': `${oneRoster12['users.csv']}x9,,,true,,,Nor,Ole,,,,,,,,,\n` }),
    );
    expect(roster.issues.at(-1)).toMatchObject({ file: 'users.csv', line: 6 });
    expect(roster.issues.at(-1)?.reason).toContain('has no role');
  });
});
