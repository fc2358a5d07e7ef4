import type { LinkContext } from '#functions/app/context.ts';
import { linkEnded } from '#functions/app/errors.ts';
import { hashOfSecret } from '#functions/app/secret-links.ts';
import type { Kept } from '#functions/data/entity.ts';
import { type FamilyPageFile, loadByLink } from '#functions/data/repositories/families.ts';
import { loadVisits } from '#functions/data/repositories/visits.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { readByUnreachable } from '#shared/domain/announcement/reach.ts';
import { linkHolds } from '#shared/domain/family/link.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/** A family's page, open to whoever holds the link. */
export interface OpenPage {
  readonly file: FamilyPageFile;
  /** Whom the link was sent to; null for a letter to the household. */
  readonly guardian: Guardian | null;
  readonly settings: Settings;
}

/**
 * Opens the page of the family a link names.
 * @throws AppError NOT_FOUND for a link nobody made, one that ended or was revoked, and one of a guardian who may not
 * be reached any more: the answer is the same, so that it tells nothing.
 */
export async function openPage(
  table: DistrictTable,
  { subject, secret, now }: LinkContext,
  settings: Promise<Settings>,
): Promise<OpenPage> {
  const opened = loadByLink(table, subject, hashOfSecret(secret));
  const known = await settings.catch(async (reason: unknown) => {
    // A link that nobody made may name a district that there is not, and that tells nothing either.
    throw (await opened) === undefined ? linkEnded() : reason;
  });
  const file = await opened;
  if (file === undefined || !linkHolds(file.link, now)) throw linkEnded();
  const { guardianId } = file.link;
  const guardian = file.guardians.find((one) => one.guardianId === guardianId) ?? null;
  const closed = guardian === null || guardian.noContact || readByUnreachable(guardian, file.guardians);
  if (guardianId !== null && closed) throw linkEnded();
  return { file, guardian, settings: known };
}

/** Every visit of the family's year that is to come or took place, as it is now. */
export function visitsOf(table: DistrictTable, { standings }: FamilyPageFile): Promise<Kept<Visit>[]> {
  const ids = standings.flatMap(({ visits }) => visits.map(({ visitId }) => visitId));
  return loadVisits(table, [...new Set(ids)]);
}
