import { AppError } from '#functions/app/errors.ts';
import { digest as digestEntity } from '#functions/data/entities/people.ts';
import { reminder as reminderEntity } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Digest } from '#shared/domain/reminder/model.ts';

/** A reminder settled in the same moment makes the transaction fail; what is left is then recorded without it. */
const tries = 4;

/**
 * Records what became of a digest, and of every reminder it spoke of that is still planned, in one transaction.
 * Called by the sender and by the mail service's report, whichever comes first; the second finds it done.
 * `sent` with the service's own id, or `dropped` when the service refused it for good.
 */
export async function recordDigest(
  table: DistrictTable,
  personId: string,
  day: string,
  outcome: { readonly status: 'sent'; readonly mailServiceId: string } | { readonly status: 'dropped' },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const pk = keys.person(table.context.districtId, personId);
    const digest = await table.get(digestEntity, { pk, sk: keys.digest(day) });
    if (digest === undefined || digest.status !== 'sending') return;
    try {
      await write(table, digest, outcome);
      return;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'CHANGED_MEANWHILE') || attempt === tries)
        throw error;
    }
  }
}

async function write(
  table: DistrictTable,
  digest: Digest & { readonly rev: number },
  outcome: { readonly status: 'sent' | 'dropped'; readonly mailServiceId?: string },
): Promise<void> {
  const { districtId } = table.context;
  const { personId } = digest;
  const rows = await table.getMany(
    digest.reminders.map(({ rule, visitId, studentId, expiresOn, occurrence }) => ({
      pk: visitId === null ? keys.person(districtId, personId) : keys.visit(districtId, visitId),
      sk: keys.reminder(rule, studentId ?? expiresOn, personId, occurrence),
    })),
  );
  const work = table.begin(`digest.${outcome.status}`, personId);
  work.update(digestEntity, digest, {
    ...digest,
    status: outcome.status,
    mailServiceId: outcome.mailServiceId ?? null,
  });
  for (const reminder of readAll(reminderEntity, rows).filter(({ status }) => status === 'planned'))
    work.update(
      reminderEntity,
      reminder,
      outcome.status === 'sent'
        ? { ...reminder, status: 'sent', sentAt: table.now }
        : { ...reminder, status: 'settled' },
    );
  await work.commit(null);
}
