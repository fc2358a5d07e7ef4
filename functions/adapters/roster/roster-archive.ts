import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { RosterRefused } from '#functions/app/roster/roster.ts';
import type { RosterUpload } from '#functions/app/roster/roster-files.ts';
import { readHeader, readRows } from './csv-rows.ts';

/**
 * Limits of an upload. They are checked on what the zip says of itself before anything is unpacked, and yauzl ends
 * a stream that yields more than was said, so that no entry can grow past them.
 */
export const archiveLimits = {
  entries: 200,
  nameLength: 200,
  /** Bytes of one file, unpacked. */
  fileBytes: 1_000_000_000,
  /** Bytes of all files, unpacked. */
  totalBytes: 2_000_000_000,
  /** Unpacked to packed; text of a roster packs to a tenth, a bomb to a thousandth. */
  ratio: 150,
  /** Below this many bytes a file may pack as well as it likes. */
  ratioFrom: 1_000_000,
} as const;

const makeAgain = 'Make the zip again from the CSV files only.';
const unix = { typeMask: 0o170000, link: 0o120000 };

/** What file managers add on their own: folders, hidden files, the Mac’s resource forks. */
const isClutter = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || (name.split('/').at(-1) ?? '').startsWith('.');

/**
 * Opens a zip strictly: at most so many entries, names that stay inside, nothing locked, linked, doubled or packed
 * beyond reason. Folders inside do not matter.
 * @throws RosterRefused with one sentence that says what to do
 */
export async function openRosterArchive(path: string): Promise<RosterUpload> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, validateEntrySizes: true });
  } catch {
    throw new RosterRefused(
      'The file is not a zip, or it arrived damaged. Zip the CSV files and upload that zip.',
    );
  }
  try {
    const entries = await readEntries(zip);
    return archiveOf(zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > archiveLimits.entries)
    throw new RosterRefused(`The zip holds more than ${archiveLimits.entries} files. ${makeAgain}`);
  const found = new Map<string, Entry>();
  let unpacked = 0;
  let packed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (isClutter(entry.fileName)) continue;
      check(entry);
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      const name = (entry.fileName.split('/').at(-1) ?? '').toLowerCase();
      if (!name.endsWith('.csv')) continue;
      if (found.has(name))
        throw new RosterRefused(`The zip holds ${name} twice. Keep the one that is right and upload again.`);
      found.set(name, entry);
    }
  } catch (error) {
    if (error instanceof RosterRefused) throw error;
    // Names that climb out of the zip, strong encryption and broken records end here.
    throw new RosterRefused(
      `The zip holds an entry that is locked, damaged or named so that it would land outside of it. ${makeAgain}`,
    );
  }
  // Overlapping entries unpack the same bytes again and again: then the parts add up to more than the whole.
  if (unpacked > archiveLimits.totalBytes || packed > zip.fileSize)
    throw new RosterRefused('The zip unpacks to more than any roster needs. Upload it in parts.');
  if (found.size === 0)
    throw new RosterRefused(
      'The zip holds no CSV files. Export the roster as CSV (not as a workbook), zip the files and upload that zip.',
    );
  return found;
}

function check(entry: Entry): void {
  if (entry.isEncrypted())
    throw new RosterRefused('The zip is locked with a password. Make it again without one and upload that.');
  if (entry.fileNameLength > archiveLimits.nameLength)
    throw new RosterRefused(`The zip holds a file with a very long name. ${makeAgain}`);
  if (((entry.externalFileAttributes >>> 16) & unix.typeMask) === unix.link)
    throw new RosterRefused(`The zip holds a link instead of a file. ${makeAgain}`);
  if (!entry.canDecodeFileData())
    throw new RosterRefused(
      'The zip is packed in a way that is seldom understood. Make it again with ordinary zip.',
    );
  const { uncompressedSize, compressedSize } = entry;
  if (
    uncompressedSize > archiveLimits.fileBytes ||
    (uncompressedSize > archiveLimits.ratioFrom && uncompressedSize > compressedSize * archiveLimits.ratio)
  )
    throw new RosterRefused('The zip unpacks to more than any roster needs. Upload it in parts.');
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): RosterUpload {
  const open = async (file: string): Promise<Readable> => {
    const entry = entries.get(file.toLowerCase());
    if (entry === undefined)
      throw new RosterRefused(`${file} is missing from the zip. Add it and upload again.`);
    return checked(file, entry, await zip.openReadStreamPromise(entry));
  };
  return {
    has: (file) => entries.has(file.toLowerCase()),
    columns: async (file) => readHeader(file, await open(file)),
    async *rows(file, columns, bad) {
      yield* readRows(file, await open(file), columns, bad);
    },
    close: async () => zip.close(),
  };
}

/** Compares the checksum, which yauzl leaves to its caller, and turns a damaged stream into a sentence. */
function checked(file: string, entry: Entry, source: Readable): Readable {
  const damaged = () =>
    new RosterRefused(`${file} is damaged inside the zip. Make the zip again and upload that.`);
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === entry.crc32 ? null : damaged());
    },
  });
  source.on('error', () => check.destroy(damaged()));
  check.on('close', () => source.destroy());
  return source.pipe(check);
}
