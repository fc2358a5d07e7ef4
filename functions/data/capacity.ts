import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** What one request cost: round trips and capacity units, for the usage line and the cost tests. */
export class CapacityMeter {
  roundTrips = 0;
  read = 0;
  write = 0;

  /** Adds the answer of one SDK call; `kind` says which units its total is in. */
  count(kind: 'read' | 'write', consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined): void {
    this.roundTrips += 1;
    const all = consumed === undefined ? [] : Array.isArray(consumed) ? consumed : [consumed];
    for (const one of all as readonly ConsumedCapacity[]) this[kind] += one.CapacityUnits ?? 0;
  }
}
