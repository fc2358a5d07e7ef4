import * as z from 'zod';
import { DistrictId, MessageId, PersonId } from '#shared/domain/ids.ts';

/**
 * What lies on the mail queue: ids only. `message` is one row of the outbox; `digest` asks for one person's digest
 * of the day on which it is taken from the queue, in the district's zone.
 */
export const MailJob = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), districtId: DistrictId, messageId: MessageId }),
  z.strictObject({ kind: z.literal('digest'), districtId: DistrictId, personId: PersonId }),
]);
export type MailJob = z.infer<typeof MailJob>;

/** What lies on the task queue; a task of the national office has no district. */
export const TaskJob = z.strictObject({ districtId: DistrictId.nullable(), messageId: MessageId });
export type TaskJob = z.infer<typeof TaskJob>;
