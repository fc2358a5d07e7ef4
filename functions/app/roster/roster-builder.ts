import type { GuardianLink } from '#shared/domain/roster/household.ts';
import { looksLikeFormula, oneLine } from './cells.ts';
import { Issues } from './issues.ts';
import type {
  At,
  Roster,
  RosterFormat,
  RosterGuardian,
  RosterPerson,
  RosterSchool,
  RosterStudent,
} from './roster.ts';
import { RosterRefused } from './roster.ts';
import { takenGuardians } from './taken-guardians.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type StudentDraft = Omit<Draft<RosterStudent>, 'schoolId'> & { schoolId: string | null; at: At };
type StaffDraft = Omit<Draft<RosterPerson>, 'schoolIds'> & { schoolIds: Set<string> };
interface ClassDraft {
  readonly id: string;
  readonly name: string;
  readonly schoolId: string;
  readonly studentIds: Set<string>;
  readonly staffIds: Set<string>;
}

/** Memory is bounded by what is kept: a roster past these is no district's, or not one roster. */
const mostPeople = 400_000;
const mostEnrollments = 4_000_000;
const mostSchoolsOfPerson = 20;
const longestId = 200;

/** Student systems fill a missing name with a dash or a dot. */
const nameText = (cell: string): string => (/\p{L}/u.test(cell) ? oneLine(cell) : '');

/**
 * Gathers the records of any format, says why a row is not taken, and closes with a roster in which every
 * reference holds. The order of the file is kept, so that the same file is applied in the same steps.
 */
export class RosterBuilder {
  readonly issues = new Issues();
  readonly schools = new Map<string, RosterSchool>();
  readonly students = new Map<string, StudentDraft>();
  readonly staff = new Map<string, StaffDraft>();
  readonly guardians = new Map<string, RosterGuardian & { at: At }>();
  readonly classes = new Map<string, ClassDraft>();
  readonly #links: (GuardianLink & { at: At })[] = [];
  readonly #emails = new Set<string>();
  #enrollments = 0;

  refuse(at: At, reason: string): false {
    this.issues.add(at.file, at.line, reason);
    return false;
  }

  /** True when the id can be used: not empty, not endless, not in `taken` before. */
  fresh(at: At, id: string, taken: ReadonlyMap<string, unknown>): boolean {
    if (id === '') return this.refuse(at, 'The row has no id. Fill it in and export again.');
    if (id.length > longestId) return this.refuse(at, `The id is longer than ${longestId} characters.`);
    if (taken.has(id))
      return this.refuse(
        at,
        'The id stands on an earlier line already; that line was taken. Remove one of them.',
      );
    if (this.students.size + this.staff.size + this.guardians.size >= mostPeople)
      throw new RosterRefused(
        `The roster holds more than ${mostPeople.toLocaleString('en-US')} people. Upload it in parts, one zip per group of schools.`,
      );
    return true;
  }

  addSchool(at: At, id: string, name: string): void {
    const shown = oneLine(name).slice(0, 160);
    if (shown === '') this.refuse(at, 'The school has no name. Fill it in and export again.');
    else this.schools.set(id, { id, name: shown });
  }

  /** A first and a last name, or null and an issue. A student needs a first name, everyone else either. */
  nameOf(at: At, who: string, given: string, family: string): { given: string; family: string } | null {
    const name = { given: nameText(given), family: nameText(family) };
    if (name.given === '' && (who === 'student' || name.family === ''))
      this.refuse(
        at,
        `The ${who} has no ${who === 'student' ? 'first ' : ''}name. Fill it in and export again.`,
      );
    else if (name.given.length > 80 || name.family.length > 80)
      this.refuse(at, `The ${who}’s name is longer than 80 characters. Shorten it and export again.`);
    else if (looksLikeFormula(name.given) || looksLikeFormula(name.family))
      this.refuse(
        at,
        `The ${who}’s name begins like a spreadsheet formula. Correct it in the student system and export again.`,
      );
    else return name;
    return null;
  }

  addStudent(at: At, student: Omit<RosterStudent, 'schoolId'> & { schoolId: string | null }): void {
    const name = this.nameOf(at, 'student', student.givenName, student.familyName);
    if (name === null) return;
    const { id, grade, schoolId } = student;
    this.students.set(id, { id, givenName: name.given, familyName: name.family, grade, schoolId, at });
  }

  addStaff(
    at: At,
    person: {
      id: string;
      given: string;
      family: string;
      email: string | null | undefined;
      schoolIds: Iterable<string>;
    },
  ): void {
    const name = this.nameOf(at, 'person', person.given, person.family);
    if (name === null) return;
    let email = this.#emailFor(at, person.email);
    if (email !== null && this.#emails.has(email)) {
      email = null;
      this.refuse(
        at,
        'Another person in the file has the same e-mail address, so this one was added without. Give each person an own address.',
      );
    }
    if (email !== null) this.#emails.add(email);
    const full = `${name.given} ${name.family}`.trim();
    this.staff.set(person.id, { id: person.id, name: full, email, schoolIds: new Set(person.schoolIds), at });
  }

  addGuardian(
    at: At,
    person: {
      id: string;
      given: string;
      family: string;
      email: string | null | undefined;
      phone: string | null;
    },
  ): void {
    const name = this.nameOf(at, 'guardian', person.given, person.family);
    if (name === null) return;
    const full = `${name.given} ${name.family}`.trim();
    this.guardians.set(person.id, {
      id: person.id,
      name: full,
      email: this.#emailFor(at, person.email),
      phone: person.phone,
      at,
    });
  }

  #emailFor(at: At, email: string | null | undefined): string | null {
    if (email === undefined)
      this.refuse(
        at,
        'The e-mail address is not one that mail can reach, so the person was added without. Correct it and upload again.',
      );
    return email ?? null;
  }

  link(at: At, link: GuardianLink): void {
    this.#links.push({ ...link, at });
  }

  addClass(at: At, id: string, name: string, schoolId: string): void {
    const shown = oneLine(name).slice(0, 160);
    if (shown === '') this.refuse(at, 'The class has no title. Fill it in and export again.');
    else this.classes.set(id, { id, name: shown, schoolId, studentIds: new Set(), staffIds: new Set() });
  }

  /** Puts a known student or a known member of the staff into a known class; a repeated row changes nothing. */
  enroll(classId: string, kind: 'student' | 'staff', id: string): void {
    const found = this.classes.get(classId);
    if (found === undefined) return;
    const members = kind === 'student' ? found.studentIds : found.staffIds;
    if (members.has(id)) return;
    this.#enrollments += 1;
    if (this.#enrollments > mostEnrollments)
      throw new RosterRefused(
        `The roster holds more than ${mostEnrollments.toLocaleString('en-US')} enrollments. Upload it in parts, one zip per group of schools.`,
      );
    members.add(id);
    const person = kind === 'staff' ? this.staff.get(id) : undefined;
    if (person !== undefined) person.schoolIds.add(found.schoolId);
    const student = kind === 'student' ? this.students.get(id) : undefined;
    if (student !== undefined && student.schoolId === null) student.schoolId = found.schoolId;
  }

  finish(format: RosterFormat): Roster {
    const students = new Map<string, RosterStudent>();
    for (const [id, { at, schoolId, ...student }] of this.students) {
      if (schoolId === null)
        this.refuse(
          at,
          'The student belongs to no school in this file. Add the school, or the student’s school, and export again.',
        );
      else students.set(id, { ...student, schoolId });
    }
    const staff = new Map<string, RosterPerson>();
    for (const [id, person] of this.staff)
      staff.set(id, { ...person, schoolIds: [...person.schoolIds].slice(0, mostSchoolsOfPerson) });

    const { links, guardians } = takenGuardians(this.guardians, this.#links, students, (at, reason) =>
      this.refuse(at, reason),
    );
    let enrollments = 0;
    const classes = new Map(
      [...this.classes].map(([id, { studentIds, staffIds, ...rest }]) => {
        const taken = [...studentIds].filter((student) => students.has(student));
        enrollments += taken.length + staffIds.size;
        return [id, { ...rest, studentIds: taken, staffIds: [...staffIds] }] as const;
      }),
    );
    if (students.size === 0 && staff.size === 0)
      throw new RosterRefused(
        `No student and no member of the staff could be taken from the file. The first reason: ${this.issues.kept[0]?.reason ?? 'its files hold no rows.'}`,
      );
    const found = {
      schools: this.schools.size,
      staff: staff.size,
      students: students.size,
      guardians: guardians.size,
      classes: classes.size,
      enrollments,
    };
    const { count: notTaken, kept: issues } = this.issues;
    return {
      format,
      schools: this.schools,
      staff,
      students,
      guardians,
      links,
      classes,
      found,
      notTaken,
      issues,
    };
  }
}
