import { classEducator, classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { year2026 } from './district.ts';
import { idOf, type people, type Scene, schools } from './school-scene.ts';

export const room12 = idOf('cls', 12);
type Who = (typeof people)[keyof typeof people];

/** Room 12 of Oak, taught by one person, with every student of the households. */
export async function openClass(
  scene: Scene,
  teacher: Who,
  households: readonly { readonly familyId: string; readonly students: readonly string[] }[],
): Promise<string> {
  const { table } = scene.as(teacher, '2026-08-20T15:00:00.000Z').deps;
  const own = { classId: room12, schoolId: schools.oak };
  const opening = table.begin('class.opened', room12);
  opening.create(schoolClass, { ...own, year: year2026.year, name: 'Room 12' });
  opening.create(classEducator, {
    ...own,
    personId: teacher.personId,
    year: year2026.year,
    className: 'Room 12',
  });
  await opening.commit(null);
  for (const { familyId, students } of households) {
    const joining = table.begin('class.joined', room12);
    for (const [index, studentId] of students.entries())
      joining.create(classStudent, {
        ...own,
        familyId,
        studentId,
        givenName: index === 0 ? 'Uma' : 'Vic',
        familyName: `Household ${Number(familyId.slice(-4))}`,
      });
    await joining.commit(null);
  }
  return room12;
}
