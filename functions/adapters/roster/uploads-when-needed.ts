import type { RosterUploads } from '#functions/app/roster/roster-files.ts';

/** Uploaded rosters; the S3 client and the zip reader are loaded with the first file. */
export function uploadsWhenNeeded(bucket: string): RosterUploads {
  let opened: Promise<RosterUploads> | undefined;
  return {
    async open(key) {
      opened ??= import('./s3-roster-uploads.ts').then(({ openRosterUploads }) => openRosterUploads(bucket));
      return (await opened).open(key);
    },
  };
}
