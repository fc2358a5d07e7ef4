import { school } from '#functions/data/entities/roster.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { type ExpectedOfSchool, loadExpected } from '#functions/data/repositories/expected.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { ClassList, ExpectedStudent } from '#shared/domain/roster/expected.ts';
import { onlyOne } from '#shared/domain/roster/expected-match.ts';
import { foldedName } from '#shared/domain/roster/expected-names.ts';
import type { Roster, RosterClass, RosterStudent } from '../roster.ts';

const studentName = (one: { readonly givenName: string; readonly familyName: string }): string =>
  foldedName(one.givenName, one.familyName);

/** How often each name of each school stands in the roster. */
function countNames<T>(all: Iterable<T>, nameOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return counts;
}

/** What the schools of a roster expected before it came, read once per school and only when somebody new appears. */
export class Expectations {
  readonly #table: DistrictTable;
  readonly #bySchool = new Map<string, Promise<ExpectedOfSchool>>();
  readonly #students: ReadonlyMap<string, number>;
  readonly #classes: ReadonlyMap<string, number>;

  constructor(table: DistrictTable, roster: Roster) {
    this.#table = table;
    this.#students = countNames(roster.students.values(), (one) => `${one.schoolId} ${studentName(one)}`);
    this.#classes = countNames(
      roster.classes.values(),
      ({ schoolId, name }) => `${schoolId} ${foldedName(name)}`,
    );
  }

  /** The expected student that a student of the roster stands for, who has no record yet; null when in doubt. */
  async student(source: RosterStudent, schoolId: string): Promise<Kept<ExpectedStudent> | null> {
    const { students } = await this.#of(schoolId);
    const name = studentName(source);
    const waiting = students.filter((one) => studentName(one) === name);
    return onlyOne(waiting, this.sameInRoster(source.schoolId, source));
  }

  /** The class list that a class of the roster stands for, which has no record yet; null when in doubt. */
  async class(source: RosterClass, schoolId: string, year: string): Promise<Kept<ClassList> | null> {
    const { lists } = await this.#of(schoolId);
    const name = foldedName(source.name);
    const waiting = lists.filter((one) => one.year === year && foldedName(one.name) === name);
    return onlyOne(waiting, this.#classes.get(`${source.schoolId} ${name}`) ?? 0);
  }

  /** How many students of a school, by the roster's own id, have this name in the roster. */
  sameInRoster(sourceSchoolId: string, one: { givenName: string; familyName: string }): number {
    return this.#students.get(`${sourceSchoolId} ${studentName(one)}`) ?? 0;
  }

  /** Somebody changed a list meanwhile: it is read again. */
  forget(): void {
    this.#bySchool.clear();
  }

  #of(schoolId: string): Promise<ExpectedOfSchool> {
    const known = this.#bySchool.get(schoolId) ?? loadExpected(this.#table, schoolId);
    this.#bySchool.set(schoolId, known);
    return known;
  }
}

/**
 * Which school of the district each school of the roster is: the one that a roster named before, or the one that was
 * added by hand under the same name, if there is no doubt.
 */
export async function schoolsOf(table: DistrictTable, roster: Roster): Promise<Map<string, string>> {
  const pk = keys.district(table.context.districtId);
  const schools = readAll(school, await table.queryAll({ pk, prefix: keys.schoolPrefix }));
  const found = new Map<string, string>();
  for (const { rosterId, schoolId } of schools) if (rosterId !== null) found.set(rosterId, schoolId);
  const inRoster = countNames(roster.schools.values(), ({ name }) => foldedName(name));
  for (const { id, name } of roster.schools.values()) {
    const waiting = schools.filter(
      (one) => one.rosterId === null && foldedName(one.name) === foldedName(name),
    );
    if (found.has(id)) continue;
    const adopted = onlyOne(waiting, inRoster.get(foldedName(name)) ?? 0);
    if (adopted !== null) found.set(id, adopted.schoolId);
  }
  return found;
}
