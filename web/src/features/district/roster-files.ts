import { NotFetched } from '../../app/not-fetched.ts';

/** What was chosen as a roster: one zip as it is, CSV files to be packed, or a key that says what to mend. */
export type RosterChoice =
  | { kind: 'zip'; file: File }
  | { kind: 'csv'; files: readonly File[] }
  | { kind: 'mend'; what: 'mendNone' | 'mendMixed' | 'mendManyZips' };

const endsWith = (file: File, ending: string) => file.name.toLowerCase().endsWith(ending);

export function rosterChoice(files: readonly File[]): RosterChoice {
  const zips = files.filter((file) => endsWith(file, '.zip'));
  const tables = files.filter((file) => endsWith(file, '.csv'));
  const [zip] = zips;
  if (files.length === 0) return { kind: 'mend', what: 'mendNone' };
  if (zips.length + tables.length < files.length) return { kind: 'mend', what: 'mendMixed' };
  if (zip === undefined) return { kind: 'csv', files: tables };
  if (tables.length > 0) return { kind: 'mend', what: 'mendMixed' };
  return zips.length > 1 ? { kind: 'mend', what: 'mendManyZips' } : { kind: 'zip', file: zip };
}

/**
 * Packs CSV files into one zip, a piece at a time so that the page stays awake; fflate comes only now.
 * @throws NotFetched when fflate does not come, and when a file can no longer be read, such as after it was changed
 * on the disk.
 */
export async function packed(files: readonly File[]): Promise<Blob> {
  const { Zip, ZipDeflate } = await import('fflate').catch((cause: unknown) => {
    throw new NotFetched('The packer did not come', { cause });
  });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failed = error;
    else pieces.push(new Uint8Array(piece));
  });
  for (const file of files) {
    const entry = new ZipDeflate(file.name, { level: 6 });
    zip.add(entry);
    const reader = file.stream().getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) entry.push(read.value);
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  if (failed !== null) throw failed;
  return new Blob(pieces, { type: 'application/zip' });
}

/**
 * Sends a file with a presigned form: every field first, then the file, as S3 wants it.
 * @param onPart hears how much has left, from 0 to 1.
 * @throws when the file did not arrive.
 */
export function sendFile(
  form: { url: string; fields: Record<string, string> },
  file: Blob,
  onPart: (part: number) => void,
): Promise<void> {
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.set(name, value);
  data.set('file', file);
  // Only XMLHttpRequest tells how much of a body has left.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onPart(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`HTTP ${request.status}`)),
    );
    request.addEventListener('error', () => reject(new Error('The file did not arrive')));
    request.open('POST', form.url);
    request.send(data);
  });
}
