import { studentYear } from '#functions/data/entities/families.ts';
import { visit as visitEntity, visitMember } from '#functions/data/entities/visits.ts';
import type { Kept } from '#functions/data/entity.ts';
import type { VisitFile } from '#functions/data/repositories/visits.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { memberLines } from '#shared/domain/visit/members.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/** Writes a visit, and the line of each member of its team; `before` is null for a new one. */
export function keepVisit(
  work: UnitOfWork,
  before: Pick<VisitFile, 'visit' | 'members'> | null,
  after: Visit,
): Kept<Visit> {
  const lines = new Map(memberLines(after).map((line) => [line.personId, line]));
  for (const line of before?.members ?? []) {
    const next = lines.get(line.personId);
    lines.delete(line.personId);
    if (next === undefined) work.remove(visitMember, line);
    else work.update(visitMember, line, next);
  }
  for (const line of lines.values()) work.create(visitMember, line);
  return before === null ? work.create(visitEntity, after) : work.update(visitEntity, before.visit, after);
}

/** Writes where the visited students stand now; the others of the household stay as they are. */
export function keepStandings(
  work: UnitOfWork,
  before: readonly Kept<StudentYear>[],
  after: readonly StudentYear[],
): void {
  for (const standing of before) {
    const next = after.find(({ studentId }) => studentId === standing.studentId);
    if (next !== undefined) work.update(studentYear, standing, next);
  }
}
