import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import { openRosterArchive } from '#functions/adapters/roster/roster-archive.ts';
import { importRoster } from '#functions/app/roster/import-roster.ts';
import type { RosterUploads } from '#functions/app/roster/roster-files.ts';
import { rosterImport } from '#functions/data/entities/roster-imports.ts';
import type { Entity, Item, Kept } from '#functions/data/entity.ts';
import { isOf, read } from '#functions/data/entity.ts';
import type { RosterImport } from '#shared/domain/roster/model.ts';
import { openDistrict, systemTable } from './district.ts';
import type { Engine } from './engine.ts';
import { rosterZip, withFile } from './roster-zip.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;
const day = '2026-09-01T15:00:00.000Z';

/** A district with a table of its own, into which rosters are imported as the worker does it. */
export class RosterDistrict {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  now = day;

  private constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.client = client;
    this.tableName = tableName;
  }

  static async open(engine: Engine): Promise<RosterDistrict> {
    const district = new RosterDistrict(engine.client, await engine.newTable());
    await openDistrict(district.table());
    return district;
  }

  /** A district that is there already, such as a scene's. */
  static over(client: DynamoDBDocumentClient, tableName: string): RosterDistrict {
    return new RosterDistrict(client, tableName);
  }

  table(client = this.client) {
    return systemTable(client, this.tableName, this.now);
  }

  /** An import that waits for its file. */
  async start(): Promise<string> {
    const table = this.table();
    const importId = table.newId('imp');
    const work = table.begin('roster.import_started', importId);
    work.create(rosterImport, {
      importId,
      fileName: 'roster.zip',
      status: 'waiting_for_file',
      format: null,
      startedAt: this.now,
      finishedAt: null,
      found: null,
      changed: null,
      notTaken: 0,
      issues: [],
      failure: null,
    });
    await work.commit(null);
    return importId;
  }

  /** One run of the importer over these files; the client may be one that fails on the way. */
  run(importId: string, files: Files, client = this.client): Promise<RosterImport | null> {
    return withFile(rosterZip(files), (path) => {
      const uploads: RosterUploads = { open: () => openRosterArchive(path) };
      return importRoster({ table: this.table(client), uploads, clock: () => this.now }, importId);
    });
  }

  /** A whole import, from its start to its end. */
  async import(files: Files): Promise<RosterImport> {
    const done = await this.run(await this.start(), files);
    if (done === null) throw new Error('the import had nothing to do');
    return done;
  }

  async items(): Promise<Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page: ScanCommandOutput = await this.client.send(
        new ScanCommand({
          TableName: this.tableName,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      items.push(...((page.Items ?? []) as unknown as Item[]));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }

  /** Every value of an entity. */
  async all<T>(definition: Entity<T>): Promise<Kept<T>[]> {
    return (await this.items())
      .filter((item) => isOf(definition, item))
      .map((item) => read(definition, item));
  }

  /** Everything that a roster writes, in order, without who wrote it when: two districts alike have this alike. */
  async state(): Promise<string[]> {
    const others = new Set(['rosterImport', 'audit', 'district', 'schoolYear', 'policy', 'fund']);
    return (await this.items())
      .filter(({ et }) => !others.has(et))
      .map(({ createdAt: _, createdBy: __, updatedAt: ___, updatedBy: ____, ...item }) =>
        JSON.stringify(sorted(item)),
      )
      .sort();
  }
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        );
