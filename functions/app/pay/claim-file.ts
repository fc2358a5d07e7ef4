import type { TenantContext } from '#functions/app/context.ts';
import { rulesOn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { certificateFor, loadPeople } from '#functions/data/repositories/people.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { PayableFacts } from '#shared/domain/claim/payable.ts';
import type { ReminderSettings } from '#shared/domain/reminder/planning.ts';

export interface ClaimFile {
  readonly claim: VisitFile['claims'][number];
  readonly reminders: VisitFile['reminders'];
  /** Everything payability hangs on (I23), read now. */
  readonly facts: PayableFacts;
  readonly reminderSettings: ReminderSettings;
}

/** A claim with what decides about it. @throws AppError NOT_FOUND */
export async function loadClaim(table: DistrictTable, visitId: string, personId: string): Promise<ClaimFile> {
  const [file, settings, [payee]] = await Promise.all([
    loadVisit(table, visitId),
    readSettings(table),
    loadPeople(table, [personId]),
  ]);
  const claim = file?.claims.find((one) => one.personId === personId);
  if (file === undefined || claim === undefined) throw notFound('claim');
  const { policy, reminders } = rulesOn(settings, claim.visitDate);
  const certificate = payee === undefined ? null : await certificateFor(table, payee, claim.visitDate);
  return {
    claim,
    reminders: file.reminders,
    facts: {
      visitStatus: file.visit.status,
      certificate,
      reflections: file.reflections.filter((one) => one.personId === personId),
      reflectionBeforePay: policy.reflectionBeforePay,
      fund: settings.funds.find(({ fundId }) => fundId === claim.fundId) ?? null,
      now: table.now,
      timeZone: settings.district.timeZone,
    },
    reminderSettings: reminders,
  };
}

/**
 * A claim for those who decide on it: the coordinators of its school, and who approves for the whole district.
 * @throws AppError NOT_FOUND for everyone else.
 */
export async function loadClaimToDecide(
  table: DistrictTable,
  context: TenantContext,
  { visitId, personId }: { readonly visitId: string; readonly personId: string },
): Promise<ClaimFile> {
  const file = await loadClaim(table, visitId, personId);
  if (!reachesSchool(context, 'claim:approve', [file.claim.schoolId])) throw notFound('claim');
  return file;
}
