import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { invitation as invitationEntity, studentYear } from '#functions/data/entities/families.ts';
import type { Kept } from '#functions/data/entity.ts';
import { type FamilyFile, loadFamily } from '#functions/data/repositories/families.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { Permission } from '#shared/domain/access/permissions.ts';
import { withInvitation } from '#shared/domain/family/invitation.ts';
import type { Invitation } from '#shared/domain/family/model.ts';
import type { TaskBody } from '#shared/domain/outbox/model.ts';

/**
 * The family, for those who have the permission at a school of one of its students.
 * @throws AppError NOT_FOUND for everyone else.
 */
export async function requireFamily(
  table: DistrictTable,
  context: TenantContext,
  permission: Permission,
  familyId: string,
  year: string,
): Promise<FamilyFile> {
  const file = await loadFamily(table, familyId, year);
  const schools = file?.students.map(({ schoolId }) => schoolId) ?? [];
  if (file === undefined || !reachesSchool(context, permission, schools)) throw notFound('family');
  return file;
}

/** Adds to a command what changes of an invitation: the answer itself, and its status on each student's standing, so that a class page needs no second read. */
export function keepInvitation(work: UnitOfWork, file: FamilyFile, after: Invitation): Kept<Invitation> {
  const kept =
    file.invitation === undefined
      ? work.create(invitationEntity, after)
      : work.update(invitationEntity, file.invitation, after);
  for (const standing of withInvitation(file.standings, after)) work.update(studentYear, standing, standing);
  return kept;
}

/**
 * An invitation that changes by itself, in a transaction of its own, with the task that follows from it. The kept answer
 * holds nothing of what the family wished for: that lies in the invitation alone.
 */
export function recordInvitation(
  table: DistrictTable,
  event: string,
  file: FamilyFile,
  after: Invitation,
  follows?: TaskBody,
): Promise<Omit<Kept<Invitation>, 'wishes'>> {
  const work = table.begin(event, after.familyId);
  if (follows !== undefined) work.message(follows);
  const { wishes: _, ...kept } = keepInvitation(work, file, after);
  return work.commit(kept);
}
