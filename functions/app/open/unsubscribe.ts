import type { LinkContext } from '#functions/app/context.ts';
import { linkEnded } from '#functions/app/errors.ts';
import { hashOfSecret, sameHash } from '#functions/app/secret-links.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { familyLink, noAnnouncements } from '#functions/data/entities/families.ts';
import { movedFamily } from '#functions/data/entities/moved.ts';
import { preferences, unsubscribeLink } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';

/**
 * One click in a mail stops seasonal prompts of a member of staff, or announcements to a guardian (RFC 8058, I37);
 * doing it twice is once.
 */
export const unsubscribe: UseCase<'unsubscribe'> = async ({ table }, context) => {
  const work = context.subject.startsWith('fam_')
    ? await withoutAnnouncements(table, context)
    : await withoutPrompts(table, context);
  return work.commit({ done: true as const });
};

async function withoutPrompts(
  table: DistrictTable,
  { districtId, subject, secret }: LinkContext,
): Promise<UnitOfWork> {
  const hash = hashOfSecret(secret);
  const key = { pk: keys.person(districtId, subject), sk: keys.unsubscribe(hash) };
  const link = await table.get(unsubscribeLink, key);
  if (link === undefined || !sameHash(link.hash, hash)) throw linkEnded();
  const work = table.begin('person.unsubscribed', subject);
  work.save(preferences, { personId: subject, seasonalPrompts: false });
  return work;
}

/**
 * The link of the mail names the guardian it was sent to; one of a letter names nobody, and stops nothing. It need not
 * open the page any more: a mail of last year, or one whose links were ended since, is still one to stop with.
 */
async function withoutAnnouncements(
  table: DistrictTable,
  { districtId, subject, secret, now }: LinkContext,
): Promise<UnitOfWork> {
  const hash = hashOfSecret(secret);
  const familyId = await whereIsNow(table, districtId, subject);
  const key = { pk: keys.family(districtId, familyId), sk: keys.familyLink(hash) };
  const link = await table.get(familyLink, key);
  if (link === undefined || link.guardianId === null || !sameHash(link.hash, hash)) throw linkEnded();
  const work = table.begin('guardian.unsubscribed', link.guardianId);
  work.save(noAnnouncements, { familyId, guardianId: link.guardianId, since: now });
  return work;
}

/** The family that a link leads to: another than the one it names when the two became one since. */
async function whereIsNow(table: DistrictTable, districtId: string, familyId: string): Promise<string> {
  const moved = await table.get(movedFamily, { pk: keys.family(districtId, familyId), sk: keys.word.moved });
  return moved === undefined ? familyId : whereIsNow(table, districtId, moved.to);
}
