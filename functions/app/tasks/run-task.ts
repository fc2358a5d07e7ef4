import { sendNextFamilies } from '#functions/app/announcements/send-next-families.ts';
import { finishMerge } from '#functions/app/class-lists/merge/finish-merge.ts';
import { actorOf } from '#functions/app/context.ts';
import { tellFamily } from '#functions/app/families/tell-family.ts';
import { leaveVisits } from '#functions/app/visits/leave-visits.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { keys } from '#functions/data/keys.ts';
import { replaceItem } from '#functions/data/replace-item.ts';
import type { Table } from '#functions/data/table.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { TaskBody } from '#shared/domain/outbox/model.ts';
import { inviteDistrictAdmin } from './invite-district-admin.ts';
import type { Accounts } from './ports.ts';
import { prepareDistrict } from './prepare-district.ts';
import { syncAccount } from './sync-account.ts';

export interface RunTaskDeps {
  readonly openDistrict: (districtId: string) => Promise<DistrictTable>;
  readonly office: Table;
  readonly accounts: Accounts;
}

/**
 * Does one task of the outbox. Every task is harmless when done twice, so no lease is needed: a crash before the
 * row is marked done only means that it is done again. Answers the kind of the task, or null when it was done.
 */
export async function runTask(
  deps: RunTaskDeps,
  job: { readonly districtId: string | null; readonly messageId: string },
): Promise<TaskBody['kind'] | null> {
  const { office, accounts, openDistrict } = deps;
  const { districtId, messageId } = job;
  const outbox = districtId === null ? office : await openDistrict(districtId);
  const pk = districtId === null ? keys.national.outbox(messageId) : keys.outbox(districtId, messageId);
  const message = await outbox.get(outboxMessage, { pk, sk: keys.word.outbox });
  if (message === undefined || message.status === 'done') return null;

  const body = TaskBody.parse(message.body);
  const of = 'districtId' in body ? body.districtId : districtId;
  if (of === null) throw new TypeError('this task is done on behalf of a district only');
  const table = await openDistrict(of);
  // Marks itself done in the transaction that asks for the mails: each guardian gets one of them.
  if (body.kind === 'tell_family') {
    await tellFamily(table, message, body);
    return body.kind;
  }
  const both = { table, office, accounts };
  if (body.kind === 'sync_account') await syncAccount(both, body.personId);
  else if (body.kind === 'prepare_district') await prepareDistrict(both);
  else if (body.kind === 'send_announcement') await sendNextFamilies(table, body);
  else if (body.kind === 'leave_visits') await leaveVisits(table, body.personId);
  else if (body.kind === 'finish_merge') await finishMerge(table, body.studentId);
  else await inviteDistrictAdmin(both, messageId, body);

  const where = { district: districtId ?? 'NATIONAL', by: actorOf(table.context) };
  await replaceItem(outbox, outboxMessage, where, message, { ...message, status: 'done' });
  return body.kind;
}
