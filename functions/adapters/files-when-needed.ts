import type { Files } from '#functions/app/ports.ts';

/**
 * The files bucket, whose SDK is loaded with the first call that needs it: most requests of a group never touch a
 * file, and the S3 client would nearly double the function's start.
 */
export function filesWhenNeeded(bucket: string): Files {
  let opened: Promise<Files> | undefined;
  const files = (): Promise<Files> => {
    opened ??= import('./s3-files.ts').then(({ s3Files }) => s3Files(bucket));
    return opened;
  };
  return {
    uploadForm: async (...asked) => (await files()).uploadForm(...asked),
    put: async (...asked) => (await files()).put(...asked),
    downloadLink: async (...asked) => (await files()).downloadLink(...asked),
  };
}
