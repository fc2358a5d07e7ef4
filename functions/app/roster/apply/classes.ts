import { classAlias, classList } from '#functions/data/entities/class-lists.ts';
import { classEducator, classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { rosterAlias } from '#functions/data/entities/roster-imports.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { ClassList } from '#shared/domain/roster/expected.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterClass } from '../roster.ts';
import { resolveStudents } from './resolve-students.ts';
import { type Found, type Run, readKeys, Step, schoolIdOf } from './step.ts';

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

/** Where the rows of a class are, and how it comes to be there. */
interface Place {
  readonly classId: string;
  readonly rosterClassId: string;
  /** Present when the class was expected and is found now, for the first time. */
  readonly adopted: Kept<ClassList> | null;
}

/** Classes of the school year with their students and educators. Nobody is taken out of a class (I41). */
export async function applyClasses(run: Run, parts: readonly ClassPart[]): Promise<Step[]> {
  const { table, ids } = run;
  const t = table.context.districtId;
  await remember(run, parts);
  const places = await placesOf(run, parts);
  const placeOf = (part: ClassPart): Place => {
    const classId = ids.class(run.year, part.class.id);
    return places.get(part.class.id) ?? { classId, rosterClassId: classId, adopted: null };
  };
  const classPk = (part: ClassPart) => keys.class(t, placeOf(part).classId);
  const found = await readKeys(
    table,
    parts.flatMap((part) => [
      { pk: classPk(part), sk: keys.word.class },
      ...part.studentIds.flatMap((id) => {
        const known = run.students.get(id);
        return known === undefined ? [] : [{ pk: classPk(part), sk: keys.classStudent(known.studentId) }];
      }),
      ...part.staffIds.map((id) => ({ pk: classPk(part), sk: keys.classEducator(personOf(run, id)) })),
    ]),
  );
  return parts.map((part) => stepOf(run, part, placeOf(part), found));
}

/** The class of the roster's own id, the one that a class list made, or, once, the list of that school and name. */
async function placesOf(run: Run, parts: readonly ClassPart[]): Promise<Map<string, Place>> {
  const { table, ids, year } = run;
  const t = table.context.districtId;
  const classes = new Map(parts.map((part) => [part.class.id, part.class]));
  const own = [...classes.values()].map((source) => ({ source, rosterClassId: ids.class(year, source.id) }));
  const classKey = (id: string) => ({ pk: keys.class(t, id), sk: keys.word.class });
  const aliasKey = (id: string) => ({ pk: keys.class(t, id), sk: keys.word.roster });
  const found = await readKeys(
    table,
    own.flatMap(({ rosterClassId }) => [classKey(rosterClassId), aliasKey(rosterClassId)]),
  );
  const places = await Promise.all(
    own.map(async ({ source, rosterClassId }) => {
      const alias = found.get(classAlias, aliasKey(rosterClassId));
      const isNew = alias === undefined && found.get(schoolClass, classKey(rosterClassId)) === undefined;
      const adopted = isNew
        ? await run.expectations.class(source, schoolIdOf(run, source.schoolId), year)
        : null;
      const classId = alias?.classId ?? adopted?.classId ?? rosterClassId;
      return [source.id, { classId, rosterClassId, adopted }] as const;
    }),
  );
  return new Map(places);
}

const personOf = (run: Run, sourceId: string): string => run.people.get(sourceId) ?? run.ids.person(sourceId);

/** After a crash the phases before this one are not run again: what they knew is read here. */
async function remember(run: Run, parts: readonly ClassPart[]): Promise<void> {
  const t = run.table.context.districtId;
  const unknown = new Set(
    parts.flatMap(({ studentIds }) => studentIds.filter((id) => !run.students.has(id))),
  );
  const sources = [...unknown].flatMap((id) => run.roster.students.get(id) ?? []);
  for (const { source, before } of sources.length === 0 ? [] : await resolveStudents(run, sources)) {
    if (before === undefined) continue;
    const { studentId, familyId, schoolId, givenName, familyName } = before;
    run.students.set(source.id, { studentId, familyId, schoolId, givenName, familyName });
  }
  const staff = [...new Set(parts.flatMap(({ staffIds }) => staffIds.filter((id) => !run.people.has(id))))];
  const aliasKey = (id: string) => ({ pk: keys.person(t, run.ids.person(id)), sk: keys.word.roster });
  const found = await readKeys(run.table, staff.map(aliasKey));
  for (const id of staff)
    run.people.set(id, found.get(rosterAlias, aliasKey(id))?.personId ?? run.ids.person(id));
}

function stepOf(run: Run, part: ClassPart, place: Place, found: Found): Step {
  const step = new Step();
  const { year } = run;
  const { classId, rosterClassId, adopted } = place;
  const pk = keys.class(run.table.context.districtId, classId);
  const before = found.get(schoolClass, { pk, sk: keys.word.class });
  const next = { name: part.class.name, schoolId: schoolIdOf(run, part.class.schoolId) };
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
  if (part.first && adopted !== null)
    step.write((work) => {
      work.remove(classList, adopted);
      work.create(classAlias, { rosterClassId, classId });
    }, 2);
  for (const id of part.studentIds) {
    const known = run.students.get(id);
    if (known === undefined) continue;
    const { studentId } = known;
    const row = { classId, ...known };
    const old = found.get(classStudent, { pk, sk: keys.classStudent(studentId) });
    if (old === undefined) {
      step.write((work) => work.create(classStudent, row));
      step.count('enrollments');
    } else if (!sameFields(row, old)) step.write((work) => work.update(classStudent, old, row));
  }
  for (const id of part.staffIds) {
    const personId = personOf(run, id);
    const row = { classId, personId, schoolId: values.schoolId, year, className: values.name };
    const old = found.get(classEducator, { pk, sk: keys.classEducator(personId) });
    if (old === undefined) {
      step.write((work) => work.create(classEducator, row));
      step.count('enrollments');
    } else if (!sameFields(row, old)) step.write((work) => work.update(classEducator, old, row));
  }
  return step;
}
