import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { RosterUploads } from '#functions/app/roster/roster-files.ts';
import { openRosterArchive } from './roster-archive.ts';

/** Uploads are streamed to the function's own disk, because a zip is read from its end; closing one removes it. */
export const s3RosterUploads = (client: S3Client, bucket: string): RosterUploads => ({
  async open(key) {
    const folder = await mkdtemp(join(tmpdir(), 'roster-'));
    const forget = () => rm(folder, { recursive: true, force: true });
    try {
      const path = join(folder, 'roster.zip');
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!(body instanceof Readable)) throw new Error('S3 answered without a body');
      await pipeline(body, createWriteStream(path));
      const archive = await openRosterArchive(path);
      const close = async () => {
        await archive.close();
        await forget();
      };
      return { ...archive, close };
    } catch (error) {
      await forget();
      throw error;
    }
  },
});

/** Uploads with a client of its own. */
export const openRosterUploads = (bucket: string): RosterUploads =>
  s3RosterUploads(new S3Client({ maxAttempts: 3 }), bucket);
