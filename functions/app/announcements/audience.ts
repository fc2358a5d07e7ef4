import type { TenantContext } from '#functions/app/context.ts';
import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireSchool } from '#functions/app/schools/require-school.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings, type Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Args } from '#shared/contract/client.ts';
import type { Audience } from '#shared/domain/announcement/model.ts';
import { mayBeAnnouncedTo } from '#shared/domain/announcement/reach.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import { refuseDutyWords } from '#shared/domain/duty-words/refuse-duty.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { School } from '#shared/domain/roster/model.ts';

export interface Reach {
  readonly school: School;
  readonly settings: Settings;
  readonly year: string;
  readonly audience: Audience;
  /** Everybody it is for, in the order of their ids: which family comes first says nothing about it (CP4). */
  readonly familyIds: readonly string[];
}

/**
 * Whom an announcement is for: one Query of the school’s year, and for a class one of the class. Families that
 * declined or asked to be left alone are no part of it; what was asked since is read again before each mail.
 * @throws Refusal `words.duty` when the text implies a duty, `year.none` between two school years,
 * `announcement.nobody` when there is no family.
 */
export async function reachOf(
  table: DistrictTable,
  context: TenantContext,
  schoolId: string,
  { audience, versions }: Args<'sendAnnouncement'>['body'],
): Promise<Reach> {
  const school = await requireSchool(table, context, 'announcement:send', schoolId);
  refuseDutyWords(
    ...[versions.en, versions.es].flatMap((words) => [words?.subject ?? null, words?.body ?? null]),
  );
  const settings = await readSettings(table);
  // Not between two years: every link to a family's page has ended then.
  const year = schoolYearOn(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const { districtId } = context;
  const [rows, of] = await Promise.all([
    table.queryAll({ index: 'gsi2', pk: keys.schoolYear(districtId, schoolId, year.year) }),
    audience.kind === 'class' ? classOf(table, schoolId, audience.classId) : null,
  ]);
  const open = readAll(studentYear, rows).filter(mayBeAnnouncedTo);
  const those = of === null ? open : open.filter(({ studentId }) => of.students.has(studentId));
  const familyIds = [...new Set(those.map(({ familyId }) => familyId))].sort();
  refuseUnless(familyIds.length > 0, 'announcement.nobody');
  return { school, settings, year: year.year, audience: of?.audience ?? { kind: 'school' }, familyIds };
}

async function classOf(
  table: DistrictTable,
  schoolId: string,
  classId: string,
): Promise<{ readonly audience: Audience; readonly students: ReadonlySet<string> }> {
  const items = await table.queryAll({ pk: keys.class(table.context.districtId, classId) });
  const found = readOne(schoolClass, items);
  if (found === undefined || found.schoolId !== schoolId) throw notFound('class');
  return {
    audience: { kind: 'class', classId, className: found.name },
    students: new Set(readAll(classStudent, items).map(({ studentId }) => studentId)),
  };
}
