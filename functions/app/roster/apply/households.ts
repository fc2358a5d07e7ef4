import { family, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { familyStudent, student } from '#functions/data/entities/roster.ts';
import { keys } from '#functions/data/keys.ts';
import { mostGuardians } from '#shared/domain/family/household.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterGuardian, RosterStudent } from '../roster.ts';
import { adultsOf, guardianIdsToRead, keepAliases } from './expected-adults.ts';
import { type Resolved, resolveStudents } from './resolve-students.ts';
import { type Found, type KnownStudent, type Run, readKeys, Step, schoolIdOf } from './step.ts';

/** Students who live together by the roster, and the adults of each. */
export interface Household {
  readonly students: readonly RosterStudent[];
  /** Guardians of each student, by the roster's own ids. */
  readonly guardiansOf: ReadonlyMap<string, readonly RosterGuardian[]>;
  /** The first student of each guardian: one who is called by two families counts once. */
  readonly firstStudentOf: ReadonlyMap<string, string>;
}
interface Member extends Resolved {
  readonly familyId: string;
}

/**
 * Families: students who share a guardian are one (I14). A student who is here already keeps the family, whatever
 * the roster joins or parts; new siblings join it. Each student also gets a standing in the school year, with the
 * answer that the family has given this year.
 */
export async function applyHouseholds(run: Run, households: readonly Household[]): Promise<Step[]> {
  const { table, year } = run;
  const t = table.context.districtId;
  const resolved = new Map(
    (
      await resolveStudents(
        run,
        households.flatMap(({ students }) => students),
      )
    ).map((one) => [one.source.id, one]),
  );
  const members = households.map(({ students }) =>
    membersOf(
      run,
      students.flatMap(({ id }) => resolved.get(id) ?? []),
    ),
  );
  const found = await readKeys(
    table,
    households.flatMap((household, index) =>
      (members[index] ?? []).flatMap((member) => {
        const pk = keys.family(t, member.familyId);
        return [
          'PROFILE',
          keys.invitation(year),
          keys.familyStudent(member.studentId),
          keys.studentYear(year, member.studentId),
          ...guardianIdsToRead(run, household, member).map(keys.guardian),
        ].map((sk) => ({ pk, sk }));
      }),
    ),
  );
  return households.flatMap((household, index) => stepsOf(run, household, members[index] ?? [], found));
}

function membersOf(run: Run, students: readonly Resolved[]): Member[] {
  // By id, not by the order of the file: a sorted export of the same roster must make the same families.
  const inOrder = [...students].sort((one, other) => (one.source.id < other.source.id ? -1 : 1));
  const home =
    inOrder.find(({ before }) => before !== undefined)?.before?.familyId ??
    run.ids.family(inOrder[0]?.source.id ?? '');
  return inOrder.map((one) => ({ ...one, familyId: one.before?.familyId ?? home }));
}

/**
 * A step for each family: class lists may have put the students of one household into many, and all of those together
 * may be more than one transaction holds. One family always fits: twelve students at most, and twenty adults.
 */
function stepsOf(run: Run, household: Household, members: readonly Member[], found: Found): Step[] {
  const families = [...new Set(members.map(({ familyId }) => familyId))];
  const steps = families.map((familyId) => {
    const own = members.filter((member) => member.familyId === familyId);
    return stepOf(run, household, familyId, own, found);
  });
  for (const step of steps.slice(0, -1)) step.endsUnit = false;
  return steps;
}

function stepOf(
  run: Run,
  household: Household,
  familyId: string,
  own: readonly Member[],
  found: Found,
): Step {
  const step = new Step();
  const pk = keys.family(run.table.context.districtId, familyId);
  step.touch(familyId);
  if (found.get(family, { pk, sk: keys.word.profile }) === undefined)
    step.write((work) => work.create(family, { familyId, language: null, doNotContact: false }));
  for (const member of own) applyStudent(run, step, member, found);
  keepAnswer(run, step, familyId, own, found);
  const guardians = new Map(
    own.flatMap(({ source }) => household.guardiansOf.get(source.id) ?? []).map((one) => [one.id, one]),
  );
  const taken = [...guardians.values()].slice(0, mostGuardians);
  const adults = adultsOf(run, familyId, own, taken, found);
  keepAliases(step, own, adults);
  for (const one of taken) {
    const weight = step.weight;
    applyGuardian(run, step, familyId, one, adults.idOf(one.id), found);
    const counts = own.some(({ source }) => household.firstStudentOf.get(one.id) === source.id);
    if (step.weight > weight && counts) step.count('guardians');
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
    schoolId: schoolIdOf(run, source.schoolId),
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
  const copied = { studentId, familyId, schoolId, givenName, familyName };
  run.students.set(source.id, copied);
  keepCopies(run, step, copied, found);
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
function keepCopies(run: Run, step: Step, copied: KnownStudent, found: Found): void {
  const { year } = run;
  const { studentId } = copied;
  const pk = keys.family(run.table.context.districtId, copied.familyId);
  const row = { ...copied };
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
    (one) => found.get(studentYear, { pk, sk: keys.studentYear(run.year, one.studentId) }) === undefined,
  );
  const home = found.get(family, { pk, sk: keys.word.profile });
  if (joins && answer !== undefined) step.write((work) => work.unchanged(invitation, answer));
  if (joins && home !== undefined && answer === undefined)
    step.write((work) => work.absent(invitation, notInvited(familyId, run.year)));
  if (joins && home !== undefined) step.write((work) => work.unchanged(family, home));
}

function applyGuardian(
  run: Run,
  step: Step,
  familyId: string,
  one: RosterGuardian,
  guardianId: string,
  found: Found,
): void {
  const pk = keys.family(run.table.context.districtId, familyId);
  const before = found.get(guardian, { pk, sk: keys.guardian(guardianId) });
  if (before?.removed === true) return;
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
