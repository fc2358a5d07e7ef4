import { policyWith, year2026 } from '#test/support/district.ts';
import type { Ask } from './use-case-cost.ts';

/** What a school’s coordinator looks at and sends. */
export async function coordination(ask: Ask, sch: string): Promise<void> {
  const school = { schoolId: sch };
  const { goalRev } = await ask('getSchoolBoard', 'coordinator', school);
  await ask('setSchoolGoal', 'coordinator', school, { body: { percent: 40, rev: goalRev } });
  await ask('findPairs', 'coordinator', school);
  const en = { subject: 'Home visits begin again', body: 'We would like to meet you.' };
  const news = { audience: { kind: 'school' }, versions: { en, es: null } };
  await ask('previewAnnouncement', 'coordinator', school, { body: news });
  await ask('sendAnnouncement', 'coordinator', school, { body: news });
  await ask('listAnnouncements', 'coordinator', school);
}

/** A school that cannot wait for its roster. */
export async function classLists(ask: Ask, schoolId: string): Promise<void> {
  const names = Array.from({ length: 10 }, (_, n) => ({ givenName: `Kid ${n}`, familyName: 'Larkspur' }));
  await ask('addSchool', 'district_admin', {}, { body: { name: 'Larkspur School' } });
  const body = { name: 'Room 9', year: year2026.year, educatorIds: [] };
  const { classId } = await ask('addClassList', 'coordinator', { schoolId }, { body });
  await ask('lookUpStudents', 'coordinator', { schoolId }, { body: { names } });
  const students = names.map((name) => ({ ...name, studentId: null, guardian: null, language: null }));
  const added = await ask('addExpectedStudents', 'coordinator', { classId }, { body: { students } });
  await ask('getClassLists', 'coordinator', { schoolId });
  const [first, second, third] = added.students.map(({ studentId }) => studentId);
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody was added');
  await ask('mergeStudent', 'coordinator', { studentId: first }, { body: { into: second } });
  await ask('joinHouseholds', 'coordinator', { studentId: second }, { body: { sibling: third } });
  await ask('keepApart', 'coordinator', { studentId: second }, { body: {} });
  await ask('removeExpectedStudent', 'coordinator', { classId, studentId: third }, { body: {} });
}

/** What the offices do: the national one, the district's people and rules, its rosters. */
export async function office(ask: Ask, sch: string): Promise<void> {
  await ask('getNationalMe', 'national_admin');
  const opened = await ask(
    'createDistrict',
    'national_admin',
    {},
    {
      body: {
        name: 'Birch Falls Public Schools',
        state: 'CO',
        timeZone: 'America/Denver',
        schoolYear: year2026,
        policy: policyWith(),
        fund: { name: 'General fund', accountCode: '10-2190' },
      },
    },
  );
  const { districtId } = opened;
  await ask('listDistricts', 'national_admin');
  await ask('getDistrict', 'national_admin', { districtId });
  await ask(
    'inviteDistrictAdmin',
    'national_admin',
    { districtId },
    {
      body: { name: 'Dena Marsh', email: 'dena.marsh@birch.example' },
    },
  );
  await ask('setParticipation', 'educator', {}, { body: { answer: 'yes' } });
  await ask('setFreeTimes', 'educator', {}, { body: { languages: ['es'], freeTimes: [] } });
  await ask('changeMyLanguage', 'educator', {}, { body: { language: 'es' } });
  await ask(
    'changePolicy',
    'district_admin',
    {},
    { body: { from: '2027-08-01', settings: policyWith(), rev: null } },
  );
  const added = await ask(
    'addPerson',
    'district_admin',
    {},
    {
      body: { name: 'Sam Field', email: 'sam.field@maple.example', roles: ['educator'], schoolIds: [sch] },
    },
  );
  const { personId } = added;
  const changed = await ask(
    'changePerson',
    'district_admin',
    { personId },
    {
      body: { rev: added.rev, employeeId: 'E-7' },
    },
  );
  await ask('invitePerson', 'district_admin', { personId }, { body: { rev: changed.rev } });
  const { importId } = await ask(
    'startRosterImport',
    'district_admin',
    {},
    {
      body: { fileName: 'roster.zip', bytes: 10 },
    },
  );
  await ask('getRosterImport', 'district_admin', { importId });
  await ask('listRosterImports', 'district_admin');
}
