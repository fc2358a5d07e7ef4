import { OutboxMessage } from '#shared/domain/outbox/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** The row's own insertion is the event: the stream hands it to the publisher. */
export const outboxMessage = entity({
  type: 'outbox',
  version: 1,
  schema: OutboxMessage,
  keys: (district, message) => ({
    pk:
      district === 'NATIONAL'
        ? keys.national.outbox(message.messageId)
        : keys.outbox(district, message.messageId),
    sk: keys.word.outbox,
  }),
});
