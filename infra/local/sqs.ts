/** The SQS wire protocol (AWS JSON 1.0) over the queue store: what the SDK calls. */
import * as z from 'zod';
import { attributesDigest, bodyDigest } from '#infra/local/queue-digest.ts';
import type { MessageAttribute, QueueStore, StoredMessage } from '#infra/local/queue-store.ts';
import type { Principal } from '#infra/local/service.ts';
import type { QueueDefinition } from '#infra/local/template-data.ts';

/** A refusal in SQS's own words. */
export class SqsError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const attribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
const entry = z.object({
  Id: z.string(),
  MessageBody: z.string(),
  DelaySeconds: z.number().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), attribute).default({}),
});
const inputs = {
  queue: z.object({ QueueUrl: z.string() }),
  send: entry.omit({ Id: true }),
  sendBatch: z.object({ Entries: z.array(entry) }),
  receive: z.object({
    MaxNumberOfMessages: z.number().min(1).max(10).default(1),
    VisibilityTimeout: z.number().min(0).max(43_200).optional(),
    WaitTimeSeconds: z.number().min(0).max(20).default(0),
  }),
  handle: z.object({ ReceiptHandle: z.string() }),
  visibility: z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.number().min(0).max(43_200) }),
  handles: z.object({
    Entries: z.array(
      z.object({ Id: z.string(), ReceiptHandle: z.string(), VisibilityTimeout: z.number().default(0) }),
    ),
  }),
};

const parse = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SqsError('InvalidParameterValue', `Value for parameter ${issue?.path.join('.')} is invalid.`);
};

/** Runs one SQS operation and gives its answer. Throws SqsError. */
export const runSqs = async (
  store: QueueStore,
  operation: string,
  input: unknown,
  principal: Principal,
): Promise<Record<string, unknown>> => {
  if (operation === 'ListQueues') return { QueueUrls: store.queues.map((queue) => queue.url) };
  if (operation === 'GetQueueUrl') {
    const { QueueName } = parse(z.object({ QueueName: z.string() }), input);
    return { QueueUrl: known(store, QueueName).url };
  }
  const queue = known(store, parse(inputs.queue, input).QueueUrl);
  switch (operation) {
    case 'SendMessage':
      return send(store, queue, parse(inputs.send, input), principal);
    case 'SendMessageBatch':
      return sendBatch(store, queue, parse(inputs.sendBatch, input).Entries, principal);
    case 'ReceiveMessage':
      return receive(store, queue, parse(inputs.receive, input));
    case 'DeleteMessage':
      store.remove(queue, parse(inputs.handle, input).ReceiptHandle);
      return {};
    case 'DeleteMessageBatch': {
      const { Entries } = parse(inputs.handles, input);
      for (const { ReceiptHandle } of Entries) store.remove(queue, ReceiptHandle);
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    }
    case 'ChangeMessageVisibility': {
      const { ReceiptHandle, VisibilityTimeout } = parse(inputs.visibility, input);
      if (!store.setVisibility(queue, ReceiptHandle, VisibilityTimeout * 1000)) {
        throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
      }
      return {};
    }
    case 'ChangeMessageVisibilityBatch': {
      const { Entries } = parse(inputs.handles, input);
      for (const each of Entries)
        store.setVisibility(queue, each.ReceiptHandle, each.VisibilityTimeout * 1000);
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    }
    case 'PurgeQueue':
      store.purge(queue);
      return {};
    case 'GetQueueAttributes':
      return { Attributes: attributesOf(store, queue) };
    default:
      throw new SqsError(
        'UnsupportedOperation',
        `The local host does not know the SQS operation ${operation}.`,
      );
  }
};

const known = (store: QueueStore, identifier: string): QueueDefinition => {
  const queue = store.find(identifier);
  if (queue === undefined) {
    throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
  }
  return queue;
};

type Entry = Omit<z.infer<typeof entry>, 'Id'>;

/** zod marks absent members as undefined; the store wants them absent. */
const cleanAttributes = (attributes: Entry['MessageAttributes']): Record<string, MessageAttribute> =>
  JSON.parse(JSON.stringify(attributes));

const send = (
  store: QueueStore,
  queue: QueueDefinition,
  message: Entry,
  principal: Principal,
): Record<string, unknown> => {
  if (message.MessageBody === '') {
    throw new SqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  }
  if (Buffer.byteLength(message.MessageBody) > queue.maximumBytes) {
    throw new SqsError('InvalidParameterValue', `Message must be shorter than ${queue.maximumBytes} bytes.`);
  }
  const attributes = cleanAttributes(message.MessageAttributes);
  const { messageId } = store.send(queue, message.MessageBody, {
    attributes,
    senderId: principal.arn,
    ...(message.DelaySeconds !== undefined && { delayMs: message.DelaySeconds * 1000 }),
  });
  const digest = attributesDigest(attributes);
  return {
    MessageId: messageId,
    MD5OfMessageBody: bodyDigest(message.MessageBody),
    ...(digest !== undefined && { MD5OfMessageAttributes: digest }),
  };
};

const sendBatch = (
  store: QueueStore,
  queue: QueueDefinition,
  entries: readonly z.infer<typeof entry>[],
  principal: Principal,
): Record<string, unknown> => {
  if (entries.length === 0) throw new SqsError('EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > 10) {
    throw new SqsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new SqsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
  }
  const total = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
  if (total > queue.maximumBytes) {
    throw new SqsError(
      'BatchRequestTooLong',
      `Batch requests cannot be longer than ${queue.maximumBytes} bytes.`,
    );
  }
  return {
    Successful: entries.map((each) => ({ Id: each.Id, ...send(store, queue, each, principal) })),
    Failed: [],
  };
};

const receive = async (
  store: QueueStore,
  queue: QueueDefinition,
  options: z.infer<typeof inputs.receive>,
): Promise<Record<string, unknown>> => {
  const visibility =
    options.VisibilityTimeout === undefined ? queue.visibilityTimeoutMs : options.VisibilityTimeout * 1000;
  const take = (): readonly StoredMessage[] => store.receive(queue, options.MaxNumberOfMessages, visibility);
  let messages = take();
  if (messages.length === 0 && options.WaitTimeSeconds > 0) {
    await new Promise<void>((resolve) => {
      const stop = store.listen(queue, () => done());
      const timer = setTimeout(() => done(), options.WaitTimeSeconds * 1000);
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
    });
    messages = take();
  }
  return {
    ...(messages.length > 0 && {
      Messages: messages.map((message) => {
        const digest = attributesDigest(message.attributes);
        return {
          MessageId: message.messageId,
          ReceiptHandle: message.receiptHandle,
          Body: message.body,
          MD5OfBody: bodyDigest(message.body),
          Attributes: systemAttributes(message),
          ...(digest !== undefined && {
            MessageAttributes: message.attributes,
            MD5OfMessageAttributes: digest,
          }),
        };
      }),
    }),
  };
};

/** The attributes that SQS itself keeps about a message, all texts. */
export const systemAttributes = (message: StoredMessage): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receives),
  SentTimestamp: String(message.sentAt),
  SenderId: message.senderId,
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
});

const attributesOf = (store: QueueStore, queue: QueueDefinition): Record<string, string> => {
  const counts = store.counts(queue);
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    VisibilityTimeout: String(queue.visibilityTimeoutMs / 1000),
    ...(queue.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queue.redrive.deadLetterArn,
        maxReceiveCount: queue.redrive.maximumReceives,
      }),
    }),
  };
};
