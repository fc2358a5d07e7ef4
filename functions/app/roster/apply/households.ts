import { family, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { familyStudent, student } from '#functions/data/entities/roster.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterGuardian, RosterStudent } from '../roster.ts';
import { type Found, type KnownStudent, type Run, readKeys, Step } from './step.ts';

/** Adults of one family that are taken: more are not one family’s, and would not fit one transaction. */
const mostGuardians = 20;

/** Students who live together by the roster, and the adults of each. */
export interface Household {
  readonly students: readonly RosterStudent[];
  /** Guardians of each student, by the roster's own ids. */
  readonly guardiansOf: ReadonlyMap<string, readonly RosterGuardian[]>;
  /** The first student of each guardian: one who is called by two families counts once. */
  readonly firstStudentOf: ReadonlyMap<string, string>;
}
type Stored = Kept<NonNullable<ReturnType<typeof student.schema.parse>>>;

interface Member {
  readonly source: RosterStudent;
  readonly studentId: string;
  readonly familyId: string;
  readonly before: Stored | undefined;
}

/**
 * Families: students who share a guardian are one (I14). A student who is here already keeps the family, whatever
 * the roster joins or parts; new siblings join it. Each student also gets a standing in the school year, with the
 * answer that the family has given this year.
 */
export async function applyHouseholds(run: Run, households: readonly Household[]): Promise<Step[]> {
  const { table, ids, year } = run;
  const t = table.context.districtId;
  const profile = ({ id }: RosterStudent) => ({
    pk: keys.student(t, ids.student(id)),
    sk: keys.word.profile,
  });
  const first = await readKeys(
    table,
    households.flatMap(({ students }) => students.map(profile)),
  );
  const members = households.map(({ students }) =>
    membersOf(run, students, (one) => first.get(student, profile(one))),
  );
  const found = await readKeys(
    table,
    households.flatMap((household, index) =>
      (members[index] ?? []).flatMap(({ source, studentId, familyId }) => {
        const pk = keys.family(t, familyId);
        return [
          'PROFILE',
          keys.invitation(year),
          keys.familyStudent(studentId),
          keys.studentYear(year, studentId),
          ...(household.guardiansOf.get(source.id) ?? []).map(({ id }) =>
            keys.guardian(ids.guardian(familyId, id)),
          ),
        ].map((sk) => ({ pk, sk }));
      }),
    ),
  );
  return households.map((household, index) => stepOf(run, household, members[index] ?? [], found));
}

function membersOf(
  run: Run,
  students: readonly RosterStudent[],
  find: (one: RosterStudent) => Stored | undefined,
): Member[] {
  // By id, not by the order of the file: a sorted export of the same roster must make the same families.
  const inOrder = [...students].sort((one, other) => (one.id < other.id ? -1 : 1));
  const known = inOrder.map((source) => ({ source, before: find(source) }));
  const home =
    known.find(({ before }) => before !== undefined)?.before?.familyId ??
    run.ids.family(inOrder[0]?.id ?? '');
  return known.map(({ source, before }) => ({
    source,
    studentId: run.ids.student(source.id),
    familyId: before?.familyId ?? home,
    before,
  }));
}

function stepOf(run: Run, household: Household, members: readonly Member[], found: Found): Step {
  const step = new Step();
  const t = run.table.context.districtId;
  const families = [...new Set(members.map(({ familyId }) => familyId))];
  for (const familyId of families) {
    step.touch(familyId);
    if (found.get(family, { pk: keys.family(t, familyId), sk: keys.word.profile }) === undefined)
      step.write((work) => work.create(family, { familyId, language: null, doNotContact: false }));
  }
  for (const member of members) applyStudent(run, step, member, found);
  for (const familyId of families) keepAnswer(run, step, familyId, members, found);
  for (const familyId of families) {
    const own = members.filter((member) => member.familyId === familyId);
    const guardians = new Map(
      own.flatMap(({ source }) => household.guardiansOf.get(source.id) ?? []).map((one) => [one.id, one]),
    );
    for (const one of [...guardians.values()].slice(0, mostGuardians)) {
      const weight = step.weight;
      applyGuardian(run, step, familyId, one, found);
      const counts = own.some(({ source }) => household.firstStudentOf.get(one.id) === source.id);
      if (step.weight > weight && counts) step.count('guardians');
    }
  }
  return step;
}

function applyStudent(run: Run, step: Step, member: Member, found: Found): void {
  const { source, studentId, familyId, before } = member;
  const weight = step.weight;
  const next = {
    givenName: source.givenName,
    familyName: source.familyName,
    grade: source.grade,
    schoolId: run.ids.school(source.schoolId),
  };
  const { values, roster } = followRoster(
    before === undefined ? next : fieldsOf(before),
    before?.roster ? fieldsOf(before.roster) : undefined,
    next,
  );
  const after = { studentId, familyId, ...values, roster: { sourceId: source.id, ...roster } };
  if (before === undefined) step.write((work) => work.create(student, after));
  else if (!sameFields(values, before) || !sameFields(roster, before.roster ?? undefined))
    step.write((work) => work.update(student, before, after));
  // Only now: a copy that is renewed further down does not make a changed row.
  if (step.weight > weight) step.count('students');

  const { givenName, familyName, schoolId } = values;
  run.students.set(studentId, { familyId, schoolId, givenName, familyName });
  keepCopies(run, step, studentId, { familyId, schoolId, givenName, familyName }, found);
}

const fieldsOf = ({
  givenName,
  familyName,
  grade,
  schoolId,
}: {
  givenName: string;
  familyName: string;
  grade: string | null;
  schoolId: string;
}) => ({ givenName, familyName, grade, schoolId });

/** The rows beside the family that copy a student's name and school: its page, and this year's standing. */
function keepCopies(run: Run, step: Step, studentId: string, copied: KnownStudent, found: Found): void {
  const { year } = run;
  const pk = keys.family(run.table.context.districtId, copied.familyId);
  const row = { studentId, ...copied };
  const listed = found.get(familyStudent, { pk, sk: keys.familyStudent(studentId) });
  if (listed === undefined) step.write((work) => work.create(familyStudent, row));
  else if (!sameFields(row, listed)) step.write((work) => work.update(familyStudent, listed, row));

  const standing = found.get(studentYear, { pk, sk: keys.studentYear(year, studentId) });
  const answer = found.get(invitation, { pk, sk: keys.invitation(year) });
  const home = found.get(family, { pk, sk: keys.word.profile });
  if (standing === undefined)
    step.write((work) =>
      work.create(studentYear, {
        ...row,
        year,
        invitation: answer?.status ?? 'not_invited',
        askedByFamily: answer?.askedByFamily ?? false,
        doNotContact: home?.doNotContact ?? false,
        visits: [],
      }),
    );
  else if (!sameFields(row, standing))
    step.write((work) => work.update(studentYear, standing, { ...standing, ...row }));
}

/** A family that answers, or asks to be left alone, in this very moment must not leave a new sibling behind. */
function keepAnswer(run: Run, step: Step, familyId: string, members: readonly Member[], found: Found): void {
  const pk = keys.family(run.table.context.districtId, familyId);
  const answer = found.get(invitation, { pk, sk: keys.invitation(run.year) });
  const joins = members.some(
    (one) =>
      one.familyId === familyId &&
      found.get(studentYear, { pk, sk: keys.studentYear(run.year, one.studentId) }) === undefined,
  );
  const home = found.get(family, { pk, sk: keys.word.profile });
  if (joins && answer !== undefined) step.write((work) => work.unchanged(invitation, answer));
  if (joins && home !== undefined) step.write((work) => work.unchanged(family, home));
}

function applyGuardian(run: Run, step: Step, familyId: string, one: RosterGuardian, found: Found): void {
  const guardianId = run.ids.guardian(familyId, one.id);
  const pk = keys.family(run.table.context.districtId, familyId);
  const before = found.get(guardian, { pk, sk: keys.guardian(guardianId) });
  const next = { name: one.name, email: one.email, phone: one.phone };
  const current =
    before === undefined ? next : { name: before.name, email: before.email, phone: before.phone };
  const { values, roster } = followRoster(current, before?.roster, next);
  const { prefers, noContact } = before ?? { prefers: null, noContact: false };
  const after = { guardianId, familyId, prefers, noContact, ...values, roster };
  if (before === undefined) step.write((work) => work.create(guardian, after));
  else if (!sameFields(values, before) || !sameFields(roster, before.roster))
    step.write((work) => work.update(guardian, before, after));
}
