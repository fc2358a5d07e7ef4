import { outboxMessage } from '#functions/data/entities/outbox.ts';
import type { Kept } from '#functions/data/entity.ts';
import { loadFamilyNow } from '#functions/data/repositories/families.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { readersOf } from '#shared/domain/announcement/reach.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import type { OutboxMessage, TaskBody } from '#shared/domain/outbox/model.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';

type Task = Extract<TaskBody, { kind: 'tell_family' }>;

/**
 * Asks for a mail to each guardian who may be reached, in one transaction with the end of the task, so that each is
 * asked for once (I32). Whether the family may be written to at all is looked at when each mail is sent (I12, I33).
 */
export async function tellFamily(
  table: DistrictTable,
  message: Kept<OutboxMessage>,
  { familyId, news }: Task,
): Promise<void> {
  const { schoolYears, district } = await recentSettings(table);
  const year = newestYear(schoolYears, localDateOf(table.now, district.timeZone));
  const file = year === null ? undefined : await loadFamilyNow(table, familyId, year.year);
  const work = table.beginStep(familyId);
  // The family may have become one with another since: its news goes to the household that it belongs to now.
  for (const reader of readersOf(file?.guardians ?? []))
    work.message({ ...news, familyId: reader.familyId, guardianId: reader.guardianId });
  work.update(outboxMessage, message, { ...message, status: 'done' });
  await work.commit(null);
}
