import { announcement, announcementFamilies } from '#functions/data/entities/schools.ts';
import { keys } from '#functions/data/keys.ts';
import { type FamilyFile, loadFamilyNow } from '#functions/data/repositories/families.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { announcementReadersOf, mayBeAnnouncedTo } from '#shared/domain/announcement/reach.ts';
import type { TaskBody } from '#shared/domain/outbox/model.ts';

type Task = Extract<TaskBody, { kind: 'send_announcement' }>;

/** Families looked at in one step: each is one Query, and their mails fit one transaction. */
const familiesAtOnce = 20;
/** Of the 100 items of a transaction a few are the announcement’s own. */
const mailsAtOnce = 90;

/**
 * Asks for the mails of the next families of an announcement, and for the step after this one, in one transaction
 * with how far it has come. A step that is told twice finds that it is done; two at once meet on the announcement’s
 * revision, and one of them comes again to find the same. So each guardian’s mail is asked for once (I32).
 */
export async function sendNextFamilies(table: DistrictTable, task: Task): Promise<void> {
  const { schoolId, announcementId, from } = task;
  const pk = keys.ownSchool(table.context.districtId, schoolId);
  const [before, list] = await Promise.all([
    table.get(announcement, { pk, sk: keys.announcement(announcementId) }),
    table.get(announcementFamilies, { pk, sk: keys.announcementFamilies(announcementId) }),
  ]);
  if (before === undefined || list === undefined || before.done !== from || from >= before.families) return;

  const next = list.familyIds.slice(from, from + familiesAtOnce);
  const files = await Promise.all(next.map((familyId) => loadFamilyNow(table, familyId, before.year)));
  const work = table.beginStep(announcementId);
  let [done, mails, withoutMail] = [0, 0, 0];
  const seen = new Set<string>();
  for (const file of files) {
    // A family that became one with another since is reached with it, and both at once are one household.
    const readers = file === undefined || seen.has(file.family.familyId) ? [] : readersIn(file);
    if (file !== undefined) seen.add(file.family.familyId);
    if (mails + readers.length > mailsAtOnce && done > 0) break;
    for (const { familyId, guardianId } of readers.slice(0, mailsAtOnce))
      work.message({ kind: 'family_announcement', familyId, guardianId, schoolId, announcementId });
    done += 1;
    mails += readers.length;
    withoutMail += readers.length === 0 ? 1 : 0;
  }
  work.update(announcement, before, {
    ...before,
    done: from + done,
    mails: before.mails + mails,
    withoutMail: before.withoutMail + withoutMail,
  });
  if (from + done < before.families) work.message({ ...task, from: from + done });
  await work.commit(null);
}

const readersIn = (file: FamilyFile) =>
  mayBeAnnouncedTo({
    doNotContact: file.family.doNotContact,
    invitation: file.invitation?.status ?? 'not_invited',
  })
    ? announcementReadersOf(file)
    : [];
