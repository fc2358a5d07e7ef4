import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import { newIdAt } from '#functions/adapters/ids.ts';
import type { SystemContext } from '#functions/app/context.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { TenantClients } from '#functions/data/tenant-client.ts';
import { tableName, tenantClients } from './connections.ts';
import { log, traceOf } from './logger.ts';

/**
 * Handler of a queue: each message on its own, so that one poison message neither fails nor repeats the others.
 * A failed one returns to the queue and, after its tries, to the dead letters. `tries` counts from 1.
 */
export function queueHandler(each: (body: unknown, now: string, tries: number) => Promise<void>) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of event.Records) {
      try {
        const tries = Number(record.attributes.ApproximateReceiveCount);
        await each(JSON.parse(record.body), new Date().toISOString(), tries);
      } catch (error) {
        log.error('RECORD_FAILED', { subject: record.messageId, error: traceOf(error) });
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  };
}

/**
 * Handler of the table's stream: in order, and on a failure the rest of the batch comes again from that record,
 * so what `each` does must be harmless when done twice.
 */
export function streamHandler(each: (record: DynamoDBRecord, now: string) => Promise<void>) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      try {
        await each(record, new Date().toISOString());
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
        log.error('RECORD_FAILED', { subject: itemIdentifier, error: traceOf(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

/** Opens a district's table for a worker, under a session fenced to that district like any other caller's. */
export function districtOpener(worker: string) {
  let clients: TenantClients | undefined;
  return async (districtId: string, now: string): Promise<DistrictTable> => {
    clients ??= tenantClients();
    const context: SystemContext = {
      scope: 'system',
      districtId,
      worker,
      requestId: worker,
      now,
      idempotency: null,
    };
    return new DistrictTable(await clients.of(districtId), tableName(), context, newIdAt(now));
  };
}
