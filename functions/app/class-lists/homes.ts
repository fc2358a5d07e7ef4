import { expectedStudent } from '#functions/data/entities/class-lists.ts';
import { family, guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { classStudent, familyStudent, student } from '#functions/data/entities/roster.ts';
import { type Item, type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable, NewId } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import type { Family, Invitation } from '#shared/domain/family/model.ts';
import type { ExpectedStudent, NewExpectedStudent } from '#shared/domain/roster/expected.ts';
import type { SchoolClass } from '#shared/domain/roster/model.ts';

/** Where a student of a class list is: the record that was there before, or the one just made. */
export interface Place {
  readonly studentId: string;
  readonly familyId: string;
  readonly schoolId: string;
  readonly givenName: string;
  readonly familyName: string;
}

type Class = Pick<SchoolClass, 'classId' | 'schoolId' | 'year'>;

/** The families that a class list touches, read once, and the rows that its students need. */
export class Homes {
  readonly #of: Class;
  readonly #items: ReadonlyMap<string, Item[]>;
  readonly #inClass: ReadonlySet<string>;
  readonly #waiting: readonly ExpectedStudent[];
  readonly #made = new Map<string, { guardianIds: string[] }>();
  readonly #checked = new Set<string>();
  readonly #enrolled = new Set<string>();

  private constructor(
    of: Class,
    items: ReadonlyMap<string, Item[]>,
    inClass: ReadonlySet<string>,
    waiting: readonly ExpectedStudent[],
  ) {
    this.#of = of;
    this.#items = items;
    this.#inClass = inClass;
    this.#waiting = waiting;
  }

  /** Reads the families of students who are here already, and those that siblings join. */
  static async open(
    table: DistrictTable,
    of: Class,
    here: readonly Place[],
    joined: readonly string[],
    waiting: readonly ExpectedStudent[],
  ): Promise<Homes> {
    const t = table.context.districtId;
    const familyIds = [...new Set([...here.map(({ familyId }) => familyId), ...joined])];
    const [files, members] = await Promise.all([
      Promise.all(familyIds.map((id) => table.queryAll({ pk: keys.family(t, id) }))),
      table.getMany(
        here.map(({ studentId }) => ({ pk: keys.class(t, of.classId), sk: keys.classStudent(studentId) })),
      ),
    ]);
    const items = new Map(familyIds.map((id, index) => [id, files[index] ?? []]));
    return new Homes(
      of,
      items,
      new Set(readAll(classStudent, members).map(({ studentId }) => studentId)),
      waiting,
    );
  }

  /** A student who is here already comes into the class, and into its school year. */
  enroll(work: UnitOfWork, place: Place): void {
    const { studentId } = place;
    if (this.#enrolled.has(studentId)) return;
    this.#enrolled.add(studentId);
    const copy = copyOf(place);
    if (!this.#inClass.has(studentId)) work.create(classStudent, { classId: this.#of.classId, ...copy });
    const standings = readAll(studentYear, this.#items.get(place.familyId) ?? []);
    const stands = standings.some((one) => one.studentId === studentId && one.year === this.#of.year);
    if (!stands) this.#stand(work, copy);
  }

  /** A new student, alone or with siblings in `familyId`. */
  add(
    work: UnitOfWork,
    newId: NewId,
    familyId: string,
    asked: NewExpectedStudent,
    adultHashes: string[],
  ): Place {
    const { classId, schoolId, year } = this.#of;
    const { givenName, familyName } = asked;
    const studentId = newId('stu');
    const place = { studentId, familyId, schoolId, givenName, familyName };
    const guardianIds = this.#home(work, newId, familyId, asked);
    work.create(student, { ...place, grade: null, roster: null });
    work.create(familyStudent, place);
    work.create(classStudent, { classId, ...place });
    this.#stand(work, place);
    work.create(expectedStudent, {
      ...place,
      classId,
      year,
      guardianIds,
      adultHashes,
      notFound: null,
    });
    return place;
  }

  /** The family and its adult, once; answers the adults by which later siblings are known. */
  #home(work: UnitOfWork, newId: NewId, familyId: string, asked: NewExpectedStudent): string[] {
    const made = this.#made.get(familyId);
    if (made !== undefined) return made.guardianIds;
    const there = readOne(family, this.#items.get(familyId) ?? []);
    if (there !== undefined) return this.#waiting.find((one) => one.familyId === familyId)?.guardianIds ?? [];
    work.create(family, { familyId, language: asked.language, doNotContact: false });
    const guardianIds: string[] = [];
    if (asked.guardian !== null) {
      const guardianId = newId('gua');
      work.create(guardian, { guardianId, familyId, ...asked.guardian, prefers: null, noContact: false });
      guardianIds.push(guardianId);
    }
    this.#made.set(familyId, { guardianIds });
    return guardianIds;
  }

  /** Where the student stands in the year, with the family's answer. It must still be the answer when this is written. */
  #stand(work: UnitOfWork, place: Place): void {
    const items = this.#items.get(place.familyId) ?? [];
    const home: Kept<Family> | undefined = readOne(family, items);
    const { year } = this.#of;
    const answer: Kept<Invitation> | undefined = readAll(invitation, items).find((one) => one.year === year);
    if (!this.#checked.has(place.familyId)) {
      if (home !== undefined) work.unchanged(family, home);
      if (answer !== undefined) work.unchanged(invitation, answer);
      else if (home !== undefined) work.absent(invitation, notInvited(place.familyId, year));
      this.#checked.add(place.familyId);
    }
    work.create(studentYear, {
      ...copyOf(place),
      year,
      invitation: answer?.status ?? 'not_invited',
      askedByFamily: answer?.askedByFamily ?? false,
      doNotContact: home?.doNotContact ?? false,
      visits: [],
    });
  }
}

/** What classes, families and years copy of a student, and nothing else of the record it comes from. */
const copyOf = ({ studentId, familyId, schoolId, givenName, familyName }: Place): Place => ({
  studentId,
  familyId,
  schoolId,
  givenName,
  familyName,
});
