import {
  classEducator,
  classStudent,
  rosterAlias,
  schoolClass,
  student,
} from '#functions/data/entities/roster.ts';
import { keys } from '#functions/data/keys.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterClass } from '../roster.ts';
import { type Found, type Run, readKeys, Step } from './step.ts';

/** Members of a class that fit one transaction together with the class itself. */
const mostMembers = 45;

export interface ClassPart {
  readonly class: RosterClass;
  readonly studentIds: readonly string[];
  readonly staffIds: readonly string[];
  readonly first: boolean;
}

/** A class in parts that fit a transaction; the first part carries the class itself. */
export function partsOf(one: RosterClass): ClassPart[] {
  const members = [
    ...one.staffIds.map((id) => ({ id, staff: true })),
    ...one.studentIds.map((id) => ({ id, staff: false })),
  ];
  const parts: ClassPart[] = [];
  for (let start = 0; start === 0 || start < members.length; start += mostMembers) {
    const part = members.slice(start, start + mostMembers);
    parts.push({
      class: one,
      staffIds: part.filter(({ staff }) => staff).map(({ id }) => id),
      studentIds: part.filter(({ staff }) => !staff).map(({ id }) => id),
      first: start === 0,
    });
  }
  return parts;
}

/** Classes of the school year with their students and educators. Nobody is taken out of a class (I41). */
export async function applyClasses(run: Run, parts: readonly ClassPart[]): Promise<Step[]> {
  const { table, ids } = run;
  const t = table.context.districtId;
  const classPk = (part: ClassPart) => keys.class(t, ids.class(run.year, part.class.id));
  const unknown = {
    students: new Set(
      parts.flatMap(({ studentIds }) => studentIds.filter((id) => !run.students.has(ids.student(id)))),
    ),
    people: new Set(parts.flatMap(({ staffIds }) => staffIds.filter((id) => !run.people.has(id)))),
  };
  const first = await readKeys(table, [
    ...parts.flatMap((part) => [
      { pk: classPk(part), sk: keys.word.class },
      ...part.studentIds.map((id) => ({ pk: classPk(part), sk: keys.classStudent(ids.student(id)) })),
    ]),
    ...[...unknown.students].map((id) => ({ pk: keys.student(t, ids.student(id)), sk: keys.word.profile })),
    ...[...unknown.people].map((id) => ({ pk: keys.person(t, ids.person(id)), sk: keys.word.roster })),
  ]);
  remember(run, unknown, first);
  const second = await readKeys(
    table,
    parts.flatMap((part) =>
      part.staffIds.map((id) => ({ pk: classPk(part), sk: keys.classEducator(personOf(run, id)) })),
    ),
  );
  return parts.map((part) => stepOf(run, part, classPk(part), first, second));
}

const personOf = (run: Run, sourceId: string): string => run.people.get(sourceId) ?? run.ids.person(sourceId);

/** After a crash the phases before this one are not run again: what they knew is read here. */
function remember(
  run: Run,
  unknown: { students: ReadonlySet<string>; people: ReadonlySet<string> },
  found: Found,
): void {
  const t = run.table.context.districtId;
  for (const id of unknown.students) {
    const studentId = run.ids.student(id);
    const known = found.get(student, { pk: keys.student(t, studentId), sk: keys.word.profile });
    if (known === undefined) continue;
    const { familyId, schoolId, givenName, familyName } = known;
    run.students.set(studentId, { familyId, schoolId, givenName, familyName });
  }
  for (const id of unknown.people) {
    const personId = run.ids.person(id);
    const alias = found.get(rosterAlias, { pk: keys.person(t, personId), sk: keys.word.roster });
    run.people.set(id, alias?.personId ?? personId);
  }
}

function stepOf(run: Run, part: ClassPart, pk: string, found: Found, educators: Found): Step {
  const step = new Step();
  const { ids, year } = run;
  const classId = ids.class(year, part.class.id);
  const before = found.get(schoolClass, { pk, sk: keys.word.class });
  const next = { name: part.class.name, schoolId: ids.school(part.class.schoolId) };
  const current = before === undefined ? next : { name: before.name, schoolId: before.schoolId };
  const { values, roster } = followRoster(current, before?.roster, next);
  const after = { classId, year, ...values, roster };
  if (
    part.first &&
    (before === undefined || !sameFields(values, current) || !sameFields(roster, before.roster))
  ) {
    step.write((work) =>
      before === undefined ? work.create(schoolClass, after) : work.update(schoolClass, before, after),
    );
    step.count('classes');
  }
  for (const id of part.studentIds) {
    const studentId = ids.student(id);
    const known = run.students.get(studentId);
    if (known === undefined) continue;
    const row = { classId, studentId, ...known };
    const old = found.get(classStudent, { pk, sk: keys.classStudent(studentId) });
    if (old === undefined) {
      step.write((work) => work.create(classStudent, row));
      step.count('enrollments');
    } else if (!sameFields(row, old)) step.write((work) => work.update(classStudent, old, row));
  }
  for (const id of part.staffIds) {
    const personId = personOf(run, id);
    const row = { classId, personId, schoolId: values.schoolId, year, className: values.name };
    const old = educators.get(classEducator, { pk, sk: keys.classEducator(personId) });
    if (old === undefined) {
      step.write((work) => work.create(classEducator, row));
      step.count('enrollments');
    } else if (!sameFields(row, old)) step.write((work) => work.update(classEducator, old, row));
  }
  return step;
}
