import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { familyStudent, school } from '#functions/data/entities/roster.ts';
import { schoolYear } from '#functions/data/entities/settings.ts';
import type { Item } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { callAs, openDistrict, policyWith, systemTable, year2026 } from './district.ts';
import type { Engine } from './engine.ts';

/** A well-formed id that ends in the given number. */
export const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(26, '0')}`;

export const schools = { oak: idOf('sch', 1), elm: idOf('sch', 2) };
export const household = {
  familyId: idOf('fam', 1),
  students: [idOf('stu', 1), idOf('stu', 2)] as [string, string],
};

interface Member {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly DistrictRole[];
  readonly schoolIds: readonly string[];
}
const member = (n: number, name: string, roles: DistrictRole[], schoolIds: string[]): Member => ({
  personId: idOf('per', n),
  name,
  roles,
  schoolIds,
});

/** Everyone of the scene. Those at Oak hold a certificate but for the novice. */
export const people = {
  lead: member(1, 'Lea Lead', ['educator'], [schools.oak]),
  partner: member(2, 'Pat Partner', ['educator'], [schools.oak]),
  third: member(3, 'Theo Third', ['educator'], [schools.oak]),
  novice: member(4, 'Nora Novice', ['educator'], [schools.oak]),
  coordinator: member(5, 'Cleo Coordinator', ['coordinator'], [schools.oak]),
  stranger: member(6, 'Sam Stranger', ['educator'], [schools.elm]),
  elmCoordinator: member(7, 'Elif Coordinator', ['coordinator'], [schools.elm]),
  admin: member(8, 'Ada Admin', ['district_admin'], []),
  payroll: member(9, 'Paula Payroll', ['payroll'], []),
} as const;

const certificate = { issuedOn: '2026-06-15', expiresOn: '2028-06-15' };

/** A district with two schools, staff, and one household of two students at Oak. */
export async function openScene(engine: Engine, settings: PolicySettings = policyWith(), inTable?: string) {
  const tableName = inTable ?? (await engine.newTable());
  const table = systemTable(engine.client, tableName, '2026-07-15T15:00:00.000Z');
  await openDistrict(table, settings);
  const work = table.begin('scene.set', 'scene');
  work.create(school, { schoolId: schools.oak, name: 'Oak Street School', rosterId: null });
  work.create(school, { schoolId: schools.elm, name: 'Elm School', rosterId: null });
  for (const [role, one] of Object.entries(people)) {
    const held = role === 'novice' ? null : certificate;
    work.create(person, {
      personId: one.personId,
      name: one.name,
      email: `${role.toLowerCase()}@maple.example`,
      language: 'en',
      roles: [...one.roles],
      schoolIds: [...one.schoolIds],
      employeeId: `E-${one.personId.slice(-2)}`,
      account: 'open',
      certificate: held,
      mailProblem: null,
      participation: { answer: 'yes', since: '2026-07-15T15:00:00.000Z' },
      languages: [],
      freeTimes: [],
      roster: null,
    });
    for (const schoolId of one.schoolIds)
      work.create(placement, {
        personId: one.personId,
        schoolId,
        name: one.name,
        certificate: held,
        willing: true,
        languages: [],
        freeTimes: [],
      });
  }
  await work.commit(null);
  await addHousehold(1);

  type Work = ReturnType<typeof table.begin>;
  function addStudent(
    adding: Work,
    familyId: string,
    schoolId: string,
    studentId: string,
    givenName: string,
  ) {
    const names = { givenName, familyName: `Household ${Number(familyId.slice(-4))}` };
    adding.create(familyStudent, { familyId, studentId, schoolId, ...names });
    adding.create(studentYear, {
      familyId,
      studentId,
      schoolId,
      year: year2026.year,
      ...names,
      invitation: 'not_invited',
      askedByFamily: false,
      doNotContact: false,
      visits: [],
    });
  }

  /** A household of two students at a school; the scene's own has number 1. */
  async function addHousehold(n: number, schoolId: string = schools.oak) {
    const familyId = idOf('fam', n);
    const adding = table.begin('family.added', familyId);
    adding.create(family, { familyId, language: 'es', doNotContact: false });
    const guardianId = idOf('gua', n);
    adding.create(guardian, {
      guardianId,
      familyId,
      name: 'Gia Guardian',
      email: null,
      phone: null,
      prefers: null,
      noContact: false,
    });
    const students = [idOf('stu', 2 * n - 1), idOf('stu', 2 * n)];
    for (const [index, studentId] of students.entries())
      addStudent(adding, familyId, schoolId, studentId, index === 0 ? 'Uma' : 'Vic');
    await adding.commit(null);
    return { familyId, students };
  }

  /** More students of the scene's own household; gives all of them. */
  async function addSiblings(count: number): Promise<string[]> {
    const adding = table.begin('family.grown', household.familyId);
    const more = Array.from({ length: count }, (_, index) => idOf('stu', 9001 + index));
    for (const studentId of more) addStudent(adding, household.familyId, schools.oak, studentId, 'Wim');
    await adding.commit(null);
    return [...household.students, ...more];
  }

  return {
    tableName,
    engine,
    addHousehold,
    addSiblings,
    /** A call by one of the people at an instant; with a key, a repeat of it. */
    as: (who: Member, now: string, key?: string) =>
      callAs(engine.client, tableName, now, who, key === undefined ? null : { key, hash: 'same content' }),
    /** Somebody says that they no longer take part. */
    async takeNoPart(personId: string): Promise<void> {
      const now = '2026-09-01T15:00:00.000Z';
      const key = { pk: keys.person(table.context.districtId, personId), sk: keys.word.profile };
      const found = await table.get(person, key);
      if (found === undefined) throw new Error(`nobody is ${personId}`);
      const leaving = table.begin('person.left', personId);
      leaving.update(person, found, { ...found, participation: { answer: 'no', since: now } });
      await leaving.commit(null);
    },
    /** Every item there is, or those of one entity: what was written, whoever may read it. */
    async items(type?: string): Promise<Item[]> {
      const found: Item[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await engine.client.send(
          new ScanCommand({
            TableName: tableName,
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        );
        found.push(...((page.Items ?? []) as Item[]));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return type === undefined ? found : found.filter(({ et }) => et === type);
    },
  };
}
export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The school year after the scene’s own, as the office sets it up in spring. */
export async function openNextYear({ engine, tableName }: Scene): Promise<void> {
  const table = systemTable(engine.client, tableName, '2027-05-03T15:00:00.000Z');
  const work = table.begin('year.opened', '2027-28');
  work.create(schoolYear, {
    year: '2027-28',
    opensOn: '2027-07-01',
    firstDay: '2027-08-23',
    lastDay: '2028-06-08',
    closesOn: '2028-06-30',
    secondVisitFrom: '2028-01-10',
    secondVisitUntil: '2028-05-12',
    holidays: [],
  });
  await work.commit(null);
}
