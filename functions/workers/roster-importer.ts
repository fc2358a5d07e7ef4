import * as z from 'zod';
import { uploadsWhenNeeded } from '#functions/adapters/roster/uploads-when-needed.ts';
import { giveUpImport, importRoster } from '#functions/app/roster/import-roster.ts';
import { readUploadKey } from '#functions/app/roster/upload-key.ts';
import { readEnv } from '#functions/platform/env.ts';
import { log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

/** S3's event; the test message that S3 sends once to a new queue has no records. */
const Arrival = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })).default([]),
});

const uploads = uploadsWhenNeeded(readEnv('files').FILES_BUCKET);
const open = districtOpener('roster-importer');
const clock = (): string => new Date().toISOString();

/** The queue sets a message aside after this many tries. */
const mostTries = 5;

/** Keys in events are form-encoded: a space is a plus sign. */
const keyOf = (encoded: string): string => decodeURIComponent(encoded.replaceAll('+', ' '));

export const handler = queueHandler(async (body, now, tries) => {
  for (const { s3 } of Arrival.parse(body).Records) {
    const named = readUploadKey(keyOf(s3.object.key));
    if (named === null) {
      log.warn('RECORD_UNKNOWN', { kind: 'roster' });
      continue;
    }
    const table = await open(named.districtId, now);
    const startedAt = performance.now();
    const done = await importRoster({ table, uploads, clock }, named.importId).catch(
      async (error: unknown) => {
        if (tries >= mostTries) await giveUpImport({ table, clock }, named.importId);
        throw error;
      },
    );
    if (done !== null)
      log.info('IMPORT_DONE', {
        district: named.districtId,
        subject: named.importId,
        kind: done.status,
        count: done.changed === null ? 0 : Object.values(done.changed).reduce((sum, one) => sum + one, 0),
        ms: Math.round(performance.now() - startedAt),
        roundTrips: table.meter.roundTrips,
        readUnits: table.meter.read,
        writeUnits: table.meter.write,
      });
  }
});
