import { suppression } from '#functions/data/entities/people.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import type { MailProblem } from '#shared/domain/person/model.ts';

/**
 * Each guardian with why no mail goes to their address; null when it does, and without an address (I38). It is read
 * from what closed the address, so another address is free of it at once. One read, none when nobody has an address.
 */
export async function withMailProblems<G extends Guardian>(
  table: DistrictTable,
  guardians: readonly G[],
): Promise<(G & { mailProblem: MailProblem | null })[]> {
  const { districtId } = table.context;
  const addresses = guardians.flatMap(({ email }) => (email === null ? [] : [email]));
  const wanted = new Set(addresses.map((email) => keys.suppressed(districtId, email)));
  const closed = readAll(
    suppression,
    await table.getMany([...wanted].map((pk) => ({ pk, sk: keys.word.suppressed }))),
  );
  const because = new Map(closed.map((one) => [keys.suppressed(districtId, one.email), one.because]));
  return guardians.map((guardian) => ({
    ...guardian,
    mailProblem:
      guardian.email === null ? null : (because.get(keys.suppressed(districtId, guardian.email)) ?? null),
  }));
}
