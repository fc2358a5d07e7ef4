/** The roster of a demo district as its student system would export it: OneRoster 1.2 CSV files in a zip. */
import { strToU8, zipSync } from 'fflate';
import type { DemoDistrict } from './districts.ts';
import { guardianGivenName, householdName, studentGivenName, teacherGivenName } from './names.ts';
import { demoPeople } from './people.ts';
import { RosterTables } from './roster-tables.ts';

interface Staff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'teacher' | 'counselor';
  /** Schools by number; the first is the main one. */
  readonly schools: readonly number[];
}

/** Staff of the district in the order in which they get classes: the demo people first. */
export function staffOf(district: DemoDistrict): Staff[] {
  const { slug, schools, moreEducators, namesFrom } = district;
  const known = demoPeople
    .filter(({ place, role }) => place === district.name && (role === 'educator' || role === 'coordinator'))
    .map(({ short, name, email, role }): Staff => {
      const id = `${slug}-${short}`;
      // Demo educators work together at the first school; the coordinator knows every school.
      return role === 'coordinator'
        ? { id, name, email, role: 'counselor', schools: schools.map((_, number) => number) }
        : { id, name, email, role: 'teacher', schools: [0] };
    });
  const more = Array.from({ length: moreEducators }, (_, index): Staff => {
    const name = `${teacherGivenName(namesFrom + index)} ${householdName(namesFrom + index + 3)}`;
    const email = `teacher${index + 1}@${slug}-schools.example`;
    return {
      id: `${slug}-teacher-${index + 1}`,
      name,
      email,
      role: 'teacher',
      schools: [index % schools.length],
    };
  });
  return [...known, ...more];
}

/** The zip to upload. The same district gives the same bytes. */
export function rosterZip(district: DemoDistrict): Uint8Array<ArrayBuffer> {
  const tables = new DemoRoster(district).tables.files();
  const files = Object.entries(tables).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: '2026-07-01T12:00:00' }) as Uint8Array<ArrayBuffer>;
}

class DemoRoster {
  readonly tables = new RosterTables();
  readonly #district: DemoDistrict;
  #students = 0;
  #households = 0;

  constructor(district: DemoDistrict) {
    this.#district = district;
    const { slug, name, schools } = district;
    this.#add('orgs.csv', { sourcedId: `${slug}-district`, name, type: 'district' });
    schools.forEach((school, number) => {
      const parentSourcedId = `${slug}-district`;
      this.#add('orgs.csv', {
        sourcedId: this.#school(number),
        name: school,
        type: 'school',
        parentSourcedId,
      });
    });
    staffOf(district).forEach((person, index) => {
      this.#addStaff(person);
      if (person.role === 'teacher') this.#addClass(person, index + 1);
    });
  }

  readonly #add: RosterTables['add'] = (file, cells) => this.tables.add(file, { status: 'active', ...cells });

  #school(number: number): string {
    return `${this.#district.slug}-school-${number + 1}`;
  }

  #addRole(user: string, role: string, org: string, roleType = 'primary'): void {
    const sourcedId = `${user}-at-${org}`;
    this.#add('roles.csv', { sourcedId, userSourcedId: user, role, roleType, orgSourcedId: org });
  }

  #addStaff({ id, name, email, role, schools }: Staff): void {
    const [givenName = '', ...rest] = name.split(' ');
    const familyName = rest.join(' ');
    this.#add('users.csv', {
      sourcedId: id,
      enabledUser: 'true',
      username: email,
      email,
      givenName,
      familyName,
    });
    schools.forEach((number, order) => {
      this.#addRole(id, role, this.#school(number), order === 0 ? 'primary' : 'secondary');
    });
  }

  #addClass(teacher: Staff, number: number): void {
    const { slug, studentsPerClass } = this.#district;
    const school = this.#school(teacher.schools[0] ?? 0);
    const room = `${slug}-class-${number}`;
    const grade = (number % 5) + 1;
    const title = `Grade ${grade}, room ${100 + number}`;
    this.#add('classes.csv', { sourcedId: room, title, classType: 'homeroom', schoolSourcedId: school });
    this.#enroll(room, school, teacher.id, 'teacher');
    for (let seats = studentsPerClass; seats > 0; ) {
      // Every fourth household sends two children.
      const children = Math.min(this.#households % 4 === 3 ? 2 : 1, seats);
      const guardians = this.#addGuardians();
      for (let child = 0; child < children; child += 1) this.#addStudent(room, school, grade, guardians);
      this.#households += 1;
      seats -= children;
    }
  }

  #addStudent(room: string, school: string, grade: number, guardians: readonly string[]): void {
    const id = `${this.#district.slug}-student-${this.#students + 1}`;
    this.#add('users.csv', {
      sourcedId: id,
      enabledUser: 'true',
      username: id,
      givenName: studentGivenName(this.#district.namesFrom + this.#students),
      familyName: householdName(this.#district.namesFrom + this.#households),
      agentSourcedIds: guardians.join(','),
      grades: String(grade).padStart(2, '0'),
      primaryOrgSourcedId: school,
    });
    this.#addRole(id, 'student', school);
    this.#enroll(room, school, id, 'student');
    this.#students += 1;
  }

  /** One or two adults of a household; some can be reached by mail, some by phone, a few by neither. */
  #addGuardians(): string[] {
    const { slug, namesFrom } = this.#district;
    const household = this.#households;
    return Array.from({ length: household % 3 === 0 ? 2 : 1 }, (_, which) => {
      const index = household * 2 + which;
      const id = `${slug}-guardian-${index + 1}`;
      this.#add('users.csv', {
        sourcedId: id,
        enabledUser: 'false',
        username: id,
        givenName: guardianGivenName(namesFrom + index),
        familyName: householdName(namesFrom + household),
        email: index % 3 === 0 ? '' : `guardian${index + 1}@homes.example`,
        phone: index % 7 === 0 ? '' : `202-555-01${String(index % 100).padStart(2, '0')}`,
      });
      this.#addRole(id, 'guardian', `${slug}-district`);
      return id;
    });
  }

  #enroll(room: string, school: string, user: string, role: string): void {
    const of = { classSourcedId: room, schoolSourcedId: school, userSourcedId: user };
    this.#add('enrollments.csv', { sourcedId: `${room}-${user}`, ...of, role });
  }
}
