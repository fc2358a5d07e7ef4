import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { noAnnouncements } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import { requireGuardian, requireHousehold } from './require-household.ts';

/**
 * A guardian who had stopped announcements (I37) asked for them again, and a coordinator writes it down. The audit
 * entry says who did; of a guardian who gets them anyway nothing changes.
 */
export const resumeAnnouncements: UseCase<'resumeAnnouncements'> = async ({ table }, context, { params }) => {
  const { familyId, guardianId } = params;
  const { mayLift } = await requireHousehold(table, context, familyId);
  if (!mayLift) throw notFound('guardian');
  await requireGuardian(table, familyId, guardianId);
  const pk = keys.family(context.districtId, familyId);
  const stopped = await table.get(noAnnouncements, { pk, sk: keys.noAnnouncements(guardianId) });
  if (stopped === undefined) return { done: true as const };
  const work = table.begin('guardian.announcements_resumed', guardianId);
  work.remove(noAnnouncements, stopped);
  return work.commit({ done: true as const });
};
