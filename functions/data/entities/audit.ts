import * as z from 'zod';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** Who did what to which subject, and when: ids and codes only. Written once, never changed (I4). */
export const auditEntry = entity({
  type: 'audit',
  version: 1,
  schema: z.object({
    auditId: z.string(),
    event: z.string(),
    subject: z.string(),
    actor: z.string(),
    at: z.string(),
    requestId: z.string(),
  }),
  keys: (district, entry) => ({
    pk: district === 'NATIONAL' ? keys.national.audit(entry.at) : keys.audit(district, entry.at),
    sk: keys.auditEntry(entry.at, entry.auditId),
  }),
});
