import type { Table } from '#functions/data/table.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Accounts } from './ports.ts';

/** A task works on both sides of a fence, so it holds a table of each. */
export interface TaskDeps {
  /** The district's own items, under a session that opens no other's. */
  readonly table: DistrictTable;
  /** Items of the national office and of identities, which no district's session reaches. */
  readonly office: Table;
  readonly accounts: Accounts;
}
