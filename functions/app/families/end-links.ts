import { forgetful } from '#functions/app/letters/letter-of.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import type { Kept } from '#functions/data/entity.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { mostItemsAtOnce, type UnitOfWork } from '#functions/data/unit-of-work.ts';
import { type FamilyLink, linkHolds } from '#shared/domain/family/link.ts';

/** Beside what else a command writes. */
const mostWithCommand = mostItemsAtOnce - 20;

/**
 * Ends those links that still open the page, with the command that asks for it. Where a transaction does not hold them
 * all, the others end before it, in steps of their own: a link that ends a moment too early does no harm, one that
 * outlived the command would. A repeat finds what is left. Answers the links as they are then.
 */
export async function endLinks(
  table: DistrictTable,
  work: UnitOfWork,
  links: readonly Kept<FamilyLink>[],
): Promise<FamilyLink[]> {
  const holding = links.filter((link) => linkHolds(link, table.now));
  await endLinksAlone(table, holding.slice(mostWithCommand));
  for (const link of holding.slice(0, mostWithCommand))
    work.update(familyLink, link, endedAt(link, table.now));
  return links.map((link) => (holding.includes(link) ? endedAt(link, table.now) : link));
}

/** Ends links in steps of their own, each of what one transaction holds. */
export async function endLinksAlone(table: DistrictTable, links: readonly Kept<FamilyLink>[]): Promise<void> {
  for (let start = 0; start < links.length; start += mostWithCommand) {
    const step = forgetful(table).beginStep(links[start]?.familyId ?? '');
    for (const link of links.slice(start, start + mostWithCommand))
      step.update(familyLink, link, endedAt(link, table.now));
    await step.commit(null);
  }
}

const endedAt = (link: FamilyLink, now: string): FamilyLink => ({ ...link, revokedAt: now });
