import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { project } from '#functions/app/rollup/project.ts';
import { readStreamRecord, type StreamChange } from '#functions/data/stream-record.ts';
import { Table } from '#functions/data/table.ts';
import { ownClient, tableName } from '#functions/platform/connections.ts';
import { log, traceOf } from '#functions/platform/logger.ts';
import { districtOpener } from '#functions/platform/worker.ts';

const open = districtOpener('rollup-projector');

/**
 * A batch is taken apart by district, so that a hundred new students are one or two transactions and one
 * district's failure does not repeat another's work. What failed comes again, from its first record on.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const now = new Date().toISOString();
  const districts = new Map<string, { change: StreamChange; sequence: string }[]>();
  for (const record of event.Records) {
    const change = readStreamRecord(record);
    if (change.districtId === null) continue;
    const entry = { change, sequence: record.dynamodb?.SequenceNumber ?? '' };
    districts.set(change.districtId, [...(districts.get(change.districtId) ?? []), entry]);
  }
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const [district, entries] of districts) {
    try {
      const table = await open(district, now);
      const office = new Table(ownClient, tableName(), now);
      const count = await project(
        table,
        office,
        entries.map(({ change }) => change),
      );
      log.info('ROLLUP_APPLIED', { district, count });
    } catch (error) {
      log.error('RECORD_FAILED', { district, count: entries.length, error: traceOf(error) });
      batchItemFailures.push(...entries.map(({ sequence }) => ({ itemIdentifier: sequence })));
    }
  }
  return { batchItemFailures };
}
