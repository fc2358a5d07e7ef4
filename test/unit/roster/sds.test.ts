import { describe, expect, it } from 'vitest';
import { householdsOf } from '#shared/domain/roster/household.ts';
import { csv, readZip, rosterZip } from '../../support/roster-zip.ts';

const sdsV21 = {
  'orgs.csv': csv(
    'sourcedId,name,type,parentSourcedId',
    'o1,College of Crafts,college,',
    'o2,Weaving,department,o1',
    'o3,Willow School,school,o4',
    'o4,Ministry,ministryOfEducation,',
  ),
  'users.csv': csv(
    'sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms',
    'k1,kim@willow.example,Kim,Nguyen,secret,,,,',
    'k2,lee@willow.example,Lee,Nguyen,secret,,,,',
    'k3,ada@willow.example,Ada,Moss,secret,,,,',
    'g1,thu@home.example,Thu,Nguyen,secret,,thu@home.example,+15552013344,',
    'p1,prof@willow.example,Ira,Stone,secret,,,,',
    't1,teach@willow.example,Eva,Lind,secret,,eva@willow.example,,',
  ),
  'roles.csv': csv(
    'userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate',
    'k1,o3,student,Y,10,TRUE,2020-08-01,2021-06-01',
    'k2,o3,student,Y,09,TRUE,,',
    'k3,o3,student,Y,10,TRUE,,',
    'p1,o2,professor,Y,,TRUE,,',
    't1,o4,teacher,Y,,TRUE,,',
    't1,o3,teacher,Y,,FALSE,,',
  ),
  'relationships.csv': csv(
    'userSourcedId,relationshipUserSourcedId,relationshipRole',
    'k1,g1,guardian',
    'k2,g1,parent',
    'k3,g1,relative',
    'k3,p1,doctor',
  ),
  'classes.csv': csv('sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId', 'c1,o2,Loom 1,Y,x'),
  'enrollments.csv': csv('classSourcedId,userSourcedId,role', 'c1,k1,student', 'c1,p1,professor'),
  'demographics.csv': csv('userSourcedId,sex,birthDate', 'k1,female,2010-01-01'),
  'userFlags.csv': csv('userSourcedId,flag', 'k1,iep'),
};

describe('a Microsoft SDS v2.1 export', () => {
  it('is told from OneRoster 1.2 by its columns and needs no manifest', async () => {
    const roster = await readZip(rosterZip(sdsV21));
    expect(roster.format).toBe('sds-v2.1');
    expect(roster.found).toEqual({
      schools: 2,
      staff: 2,
      students: 3,
      guardians: 1,
      classes: 1,
      enrollments: 2,
    });
  });

  it('places people of a department in its school and of a ministry in none', async () => {
    const roster = await readZip(rosterZip(sdsV21));
    expect(roster.staff.get('p1')?.schoolIds).toEqual(['o1']);
    expect(roster.staff.get('t1')?.schoolIds).toEqual(['o3']);
    expect(roster.classes.get('c1')?.schoolId).toBe('o1');
  });

  it('makes a family of students with one guardian, and lets a relative be reached without joining families', async () => {
    const roster = await readZip(rosterZip(sdsV21));
    const { households } = householdsOf([...roster.students.keys()], roster.links);
    expect(households).toEqual([['k1', 'k2'], ['k3']]);
    expect(roster.links.at(-1)).toEqual({ studentId: 'k3', guardianId: 'g1', joins: false });
  });

  it('uses a sign-in name that is an address when a member of the staff has no other', async () => {
    const roster = await readZip(rosterZip(sdsV21));
    expect(roster.staff.get('p1')?.email).toBe('prof@willow.example');
    expect(roster.staff.get('t1')?.email).toBe('eva@willow.example');
  });

  it('does not take other adults of a student, and says so', async () => {
    const roster = await readZip(rosterZip(sdsV21));
    expect(roster.issues).toEqual([
      {
        file: 'relationships.csv',
        line: 5,
        reason: 'Only parents, guardians and relatives are taken as a student’s adults, so this row was not.',
      },
    ]);
  });
});

const sdsV1 = {
  'School.csv': csv('SIS ID,Name,School Number', '1,Elm High,1', '2,Fir High,2'),
  'Section.csv': csv('SIS ID,School SIS ID,Section Name,Status', '11,1,Algebra,Active', '12,2,Art,Inactive'),
  'Student.csv': csv(
    'SIS ID,School SIS ID,First Name,Last Name,Username,Password,Status,Birthdate,Grade',
    '7,1,Ora,Vale,ovale,P@ssword,Active,4/2/2010,9',
    '8,9,Ben,Reed,breed,P@ssword,Active,4/2/2010,9',
  ),
  'Teacher.csv': csv(
    'SIS ID,School SIS ID,First Name,Last Name,Username,Password',
    '7,1,Cara,Bond,cbond,x',
    '7,2,Cara,Bond,cbond,x',
  ),
  'StudentEnrollment.csv': csv('Section SIS ID,SIS ID', '11,7', '11,8', '12,7'),
  'TeacherRoster.csv': csv('Section SIS ID,SIS ID', '11,7'),
};

describe('a Microsoft SDS v1 export', () => {
  it('keeps a student and a teacher with the same number apart, and gathers a teacher’s schools', async () => {
    const roster = await readZip(rosterZip(sdsV1));
    expect(roster.format).toBe('sds-v1');
    expect(roster.students.get('7')?.givenName).toBe('Ora');
    expect(roster.staff.get('7')).toMatchObject({
      id: '7',
      name: 'Cara Bond',
      email: null,
      schoolIds: ['1', '2'],
    });
    expect(roster.found).toEqual({
      schools: 2,
      staff: 1,
      students: 1,
      guardians: 0,
      classes: 1,
      enrollments: 2,
    });
  });

  it('lists what it could not take with file, line and what to do', async () => {
    const roster = await readZip(rosterZip(sdsV1));
    expect(roster.notTaken).toBe(4);
    expect(roster.issues.map(({ file, line }) => `${file} ${line}`)).toEqual([
      'Student.csv 3',
      'Section.csv 3',
      'StudentEnrollment.csv 3',
      'StudentEnrollment.csv 4',
    ]);
  });

  it('reads contacts when their two files are there, joined by e-mail address', async () => {
    const roster = await readZip(
      rosterZip({
        ...sdsV1,
        'User.csv': csv('Email,First Name,Last Name,Phone,SIS ID', 'dee@home.example,Dee,Vale,555-201-3344,'),
        'Guardianrelationship.csv': csv('SIS ID,Email,Role', '7,DEE@home.example,Parent'),
      }),
    );
    expect(roster.links).toEqual([{ studentId: '7', guardianId: 'dee@home.example', joins: true }]);
    expect(roster.guardians.get('dee@home.example')?.phone).toBe('555-201-3344');
  });

  it('names the files that are missing', async () => {
    const { 'Teacher.csv': _, ...rest } = sdsV1;
    await expect(readZip(rosterZip(rest))).rejects.toThrow('Teacher.csv is missing');
  });
});
