import { addClassList } from '#functions/app/class-lists/add-class-list.ts';
import { addExpectedStudents } from '#functions/app/class-lists/add-expected-students.ts';
import { getClassLists } from '#functions/app/class-lists/get-class-lists.ts';
import { mergeStudent } from '#functions/app/class-lists/merge-student.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import type { Engine } from './engine.ts';
import { RosterDistrict } from './roster-import.ts';
import { csv } from './roster-zip.ts';
import { openScene, people, type Scene, schools } from './school-scene.ts';
import { accept, complete, plan, schedule } from './visit-steps.ts';

const none = { params: undefined, query: undefined, body: undefined };
/** Summer: before school starts and before any roster. */
export const summer = '2026-07-20T15:00:00.000Z';

type NewStudent = Args<'addExpectedStudents'>['body']['students'][number];
export const child = (
  givenName: string,
  familyName: string,
  guardian: NewStudent['guardian'] = null,
  studentId: string | null = null,
): NewStudent => ({ studentId, givenName, familyName, guardian, language: null });
export const adult = (name: string, phone: string | null = null, email: string | null = null) => ({
  name,
  phone,
  email,
});

/** The coordinator of Oak makes a class. */
export function makeList(scene: Scene, name = 'Room 12', now = summer): Promise<Answer<'addClassList'>> {
  const { deps, context } = scene.as(people.coordinator, now);
  const body = { name, year: '2026-27', educatorIds: [people.lead.personId] };
  return addClassList(deps, context, { ...none, params: { schoolId: schools.oak }, body });
}

/** The coordinator of Oak puts students on it. */
export async function putOnList(scene: Scene, classId: string, students: NewStudent[], now = summer) {
  const { deps, context } = scene.as(people.coordinator, now);
  const added = await addExpectedStudents(deps, context, {
    ...none,
    params: { classId },
    body: { students },
  });
  return added.students;
}

export function listsOf(scene: Scene, now = summer): Promise<Answer<'getClassLists'>> {
  const { deps, context } = scene.as(people.coordinator, now);
  return getClassLists(deps, context, { ...none, params: { schoolId: schools.oak } });
}

export function merge(scene: Scene, studentId: string, into: string, now = '2026-10-05T15:00:00.000Z') {
  const { deps, context } = scene.as(people.coordinator, now);
  return mergeStudent(deps, context, { ...none, params: { studentId }, body: { into } });
}

/** The family says yes, once; the lead and the partner visit on a day at 16:30 in Chicago. */
export async function visitOn(
  scene: Scene,
  familyId: string,
  studentIds: string[],
  date: string,
  first = true,
) {
  if (first) await accept(scene, familyId);
  const asked = `${date.slice(0, 8)}01T12:00:00.000Z`;
  const visit = await schedule(scene, { ...plan, familyId, studentIds, date }, asked);
  return complete(scene, visit, `${date}T22:30:00.000Z`);
}

export interface RosterChild {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Ids of adults. */
  readonly adults?: readonly string[];
  readonly school?: 'oak' | 'elm';
}
export interface RosterAdult {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
}

/** The district's roster: the scene's own schools, one class at Oak unless it is named otherwise. */
export function rosterOf(
  children: readonly RosterChild[],
  adults: readonly RosterAdult[] = [],
  className = 'Room 12',
) {
  return {
    'orgs.csv': csv('sourcedId,name,type', 'oak,Oak Street School,school', 'elm,Elm School,school'),
    'users.csv': csv(
      'sourcedId,orgSourcedIds,role,givenName,familyName,email,phone,agentSourcedIds,grades',
      ...children.map(
        ({ id, givenName, familyName, adults: own = [], school = 'oak' }) =>
          `${id},${school},student,${givenName},${familyName},,,"${own.join(',')}",03`,
      ),
      ...adults.map(({ id, name, phone = '', email = '' }) => {
        const [given = '', family = ''] = name.split(' ');
        return `${id},,parent,${given},${family},${email},${phone},,`;
      }),
    ),
    'classes.csv': csv('sourcedId,title,schoolSourcedId', `c1,${className},oak`),
    'enrollments.csv': csv(
      'classSourcedId,userSourcedId,role',
      ...children.filter(({ school }) => school !== 'elm').map(({ id }) => `c1,${id},student`),
    ),
  };
}

export const importInto = (scene: Scene): RosterDistrict =>
  RosterDistrict.over(scene.engine.client, scene.tableName);

/** Bobby is on the list; the roster names Robert: two records of one student. */
export async function twoRecords(engine: Engine) {
  const scene = await openScene(engine);
  const { classId } = await makeList(scene);
  const [bobby] = await putOnList(scene, classId, [child('Bobby', 'Diaz')]);
  const district = importInto(scene);
  const roster = rosterOf([{ id: 'k1', givenName: 'Robert', familyName: 'Diaz' }]);
  await district.import(roster);
  const robert = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Robert');
  if (bobby === undefined || robert === undefined) throw new Error('both records are there');
  return { scene, district, roster, classId, bobby, robert };
}
