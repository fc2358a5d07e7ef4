import * as z from 'zod';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

const day = 24 * 60 * 60;

/** What a request with this key was answered, for a day, so that a repeat changes nothing twice. */
export const idempotencyRecord = entity({
  type: 'idempotency',
  version: 1,
  schema: z.object({
    actor: z.string(),
    key: z.string(),
    /** SHA-256 over route, params and body: the same key with other content is a mistake of the caller. */
    hash: z.string(),
    response: z.string(),
    at: z.string(),
  }),
  keys: (district, record) => ({
    pk:
      district === 'NATIONAL'
        ? keys.national.idempotency(record.actor, record.key)
        : keys.idempotency(district, record.actor, record.key),
    sk: keys.word.idempotency,
  }),
  ttl: (record) => Math.floor(Date.parse(record.at) / 1000) + day,
});
