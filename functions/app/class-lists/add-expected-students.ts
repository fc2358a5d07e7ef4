import type { UseCase } from '#functions/app/use-case.ts';
import { classList } from '#functions/data/entities/class-lists.ts';
import { classStudent, student } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { hashed, keys } from '#functions/data/keys.ts';
import { loadExpected } from '#functions/data/repositories/expected.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { NewExpectedStudent } from '#shared/domain/roster/expected.ts';
import { householdsOfRows } from '#shared/domain/roster/expected-household.ts';
import { adultKeys, foldedName } from '#shared/domain/roster/expected-names.ts';
import { Homes, type Place } from './homes.ts';
import { requireClass } from './require-school.ts';

/**
 * Puts students on a class list: each with a family of their own, with siblings in one (I14), or as the student who is
 * here already. Sent twice, the second changes nothing: whoever is in the class by name is that student.
 */
export const addExpectedStudents: UseCase<'addExpectedStudents'> = async (
  { table, newId },
  context,
  { params: { classId }, body },
) => {
  const t = context.districtId;
  const { schoolId, year } = await requireClass(table, context, classId);
  const known = body.students.flatMap(({ studentId }) => studentId ?? []);
  const [members, expected, profiles] = await Promise.all([
    table.queryAll({ pk: keys.class(t, classId), prefix: keys.classStudent('') }),
    loadExpected(table, schoolId),
    table.getMany(known.map((id) => ({ pk: keys.student(t, id), sk: keys.word.profile }))),
  ]);
  const here = new Map(readAll(student, profiles).map((one) => [one.studentId, one]));
  refuseUnless(
    known.every((id) => here.get(id)?.schoolId === schoolId),
    'class_list.student_elsewhere',
  );
  const inClass = readAll(classStudent, members);
  const byName = new Map(inClass.map((one) => [foldedName(one.givenName, one.familyName), one]));

  const rows: { asked: NewExpectedStudent; place: Place | null }[] = [];
  for (const asked of body.students) {
    const found = asked.studentId === null ? undefined : here.get(asked.studentId);
    const name = foldedName(asked.givenName, asked.familyName);
    const member =
      found === undefined ? byName.get(name) : inClass.find((one) => one.studentId === found.studentId);
    rows.push({ asked, place: member ?? found ?? null });
  }
  const fresh = rows.filter(({ place }) => place === null).map(({ asked }) => asked);
  const adultsOf = (one: NewExpectedStudent) => (one.guardian === null ? [] : adultKeys(one.guardian));
  const families = new Map(
    expected.students.flatMap(({ familyId, adultHashes }) => adultHashes.map((hash) => [hash, familyId])),
  );
  const knownAdults = new Map(
    fresh.flatMap(adultsOf).flatMap((key) => {
      const familyId = families.get(hashed(key));
      return familyId === undefined ? [] : [[key, familyId] as const];
    }),
  );
  const homes = await Homes.open(
    table,
    { classId, schoolId, year },
    rows.flatMap(({ place }) => place ?? []),
    [...new Set(knownAdults.values())],
    expected.students,
  );

  const work = table.begin('class_list.students_added', classId);
  const places: Place[] = [];
  const homeOfRow = householdsOfRows(fresh, knownAdults);
  const made = new Map<number, string>();
  for (const { asked, place } of rows) {
    if (place !== null) {
      homes.enroll(work, place);
      places.push(place);
      continue;
    }
    const at = fresh.indexOf(asked);
    const home = homeOfRow[at] ?? at;
    const familyId = typeof home === 'string' ? home : (made.get(home) ?? newId('fam'));
    if (typeof home === 'number') made.set(home, familyId);
    const adultHashes = adultsOf(asked).map(hashed);
    places.push(homes.add(work, newId, familyId, asked, adultHashes));
  }
  const list = expected.lists.find((one) => one.classId === classId);
  const there = new Set(inClass.map(({ studentId }) => studentId));
  const more = new Set(places.map(({ studentId }) => studentId)).difference(there).size;
  if (list !== undefined && more > 0)
    work.update(classList, list, { ...list, students: list.students + more });
  return work.commit({ students: places.map(({ studentId, familyId }) => ({ studentId, familyId })) });
};
