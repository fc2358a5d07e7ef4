import { actorOf } from '#functions/app/context.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { person } from '#functions/data/entities/people.ts';
import { rollup } from '#functions/data/entities/rollups.ts';
import { visit } from '#functions/data/entities/visits.ts';
import { type Entity, isOf, type Kept, read } from '#functions/data/entity.ts';
import { copyToNational } from '#functions/data/national-counts.ts';
import { applyChanges, type CountedChange } from '#functions/data/rollup-counts.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { StreamChange } from '#functions/data/stream-record.ts';
import type { Table } from '#functions/data/table.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import { newestYear, schoolYearOn } from '#shared/domain/district/school-year.ts';
import {
  type Share,
  sharesOfCertification,
  sharesOfStudentYear,
  sharesOfVisit,
  takenBack,
} from '#shared/domain/rollup/shares.ts';

/**
 * Moves a district's counts by what a batch of the stream changed: what the records add now, less what they added
 * before. A change of the district's own line is copied to the national office. Doing a batch twice is doing it
 * once.
 */
export async function project(
  table: DistrictTable,
  office: Table,
  changes: readonly StreamChange[],
): Promise<number> {
  const counted: CountedChange[] = [];
  for (const change of changes) {
    const shares = await sharesOf(table, change);
    if (shares.length > 0) counted.push({ eventId: change.eventId, shares });
  }
  await applyChanges(table, counted);
  await copyLines(table, office, changes);
  return counted.length;
}

async function sharesOf(table: DistrictTable, change: StreamChange): Promise<Share[]> {
  switch ((change.after ?? change.before)?.et) {
    case visit.type: {
      const { before, after } = both(visit, change);
      return [...takenBack(sharesOfVisit(before)), ...sharesOfVisit(after)];
    }
    case studentYear.type: {
      const { before, after } = both(studentYear, change);
      return [...takenBack(sharesOfStudentYear(before)), ...sharesOfStudentYear(after)];
    }
    case person.type: {
      const { before, after } = both(person, change);
      // Most changes of a person touch no certificate, and need no settings.
      if (certified(before) === certified(after)) return [];
      const { schoolYears } = await recentSettings(table);
      return sharesOfCertification(before, after, (day) => yearOf(schoolYears, day));
    }
    default:
      return [];
  }
}

const certified = (one: { readonly certificate: unknown } | null): boolean =>
  (one?.certificate ?? null) !== null;

/** The year that holds a day; a training before the first year was set up counts in that first year. */
function yearOf(years: readonly SchoolYear[], day: string): string {
  const [first] = [...years].sort((one, other) => one.opensOn.localeCompare(other.opensOn));
  const found = schoolYearOn(years, day) ?? newestYear(years, day) ?? first;
  if (found === undefined) throw new Error('this district has no school year');
  return found.year;
}

function both<T>(
  definition: Entity<T>,
  change: StreamChange,
): { before: Kept<T> | null; after: Kept<T> | null } {
  const one = (item: StreamChange['after']) =>
    item !== undefined && isOf(definition, item) ? read(definition, item) : null;
  return { before: one(change.before), after: one(change.after) };
}

/** Several changes of one line in a batch are one copy, of the newest. */
async function copyLines(
  table: DistrictTable,
  office: Table,
  changes: readonly StreamChange[],
): Promise<void> {
  const lines = new Map<string, { counts: Parameters<typeof copyToNational>[2]['counts']; rev: number }>();
  for (const change of changes) {
    const { after } = both(rollup, change);
    if (after === null || after.schoolId !== null) continue;
    if ((lines.get(after.year)?.rev ?? 0) < after.rev) lines.set(after.year, after);
  }
  const { districtId } = table.context;
  for (const [year, { counts, rev }] of lines)
    await copyToNational(office, actorOf(table.context), { districtId, year, counts, of: rev });
}
