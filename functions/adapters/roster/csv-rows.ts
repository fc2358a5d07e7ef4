import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Info, type Parser, parse } from 'csv-parse';
import { RosterRefused } from '#functions/app/roster/roster.ts';
import type { BadRow, Column, Row } from '#functions/app/roster/roster-files.ts';

/** A quotation mark that is never closed would otherwise gather the rest of the file. */
const longestRow = 64 * 1024;
const mostColumns = 200;

const plain = (name: string): string => name.toLowerCase().replace(/[\s\uFEFF]/g, '');

/** Passes bytes on as they are, and ends the flow at the first that is no UTF-8 text. */
const onlyUtf8 = (file: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const refused = new RosterRefused(
      `${file} is not saved as UTF-8, so names with accents would be damaged. Export it as CSV UTF-8 and upload again.`,
    );
    for await (const chunk of chunks) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        throw refused;
      }
      if (chunk.includes(0)) throw refused;
      yield chunk;
    }
    try {
      decoder.decode();
    } catch {
      throw refused;
    }
  };

type Line = { record: string[]; info: Pick<Info, 'lines'> };

/** Records of a CSV stream one at a time, with the line each ends on. Quotes and line ends as in RFC 4180. */
async function* records(file: string, source: Readable): AsyncGenerator<Line> {
  const parser: Parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestRow,
    info: true,
  });
  const flow = pipeline(source, onlyUtf8(file), parser);
  // A failure also reaches the reader below, through the parser; here it must only not go unhandled.
  flow.catch(() => undefined);
  try {
    for await (const row of parser as AsyncIterable<Line>) yield row;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(file, error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function unreadable(file: string, error: CsvError): RosterRefused {
  const lines = error['lines'];
  const place = typeof lines === 'number' ? ` near line ${lines}` : '';
  return new RosterRefused(
    `${file} cannot be read${place}: a quotation mark is not closed or stands in the middle of a value. Export the file again.`,
  );
}

/** The header of a CSV stream. */
export async function readHeader(file: string, source: Readable): Promise<readonly string[]> {
  for await (const { record } of records(file, source)) return record;
  throw new RosterRefused(`${file} is empty. It needs at least its header row; export it again.`);
}

/**
 * The asked columns of each row. Rows may be shorter than the header: spreadsheets leave empty cells at the end
 * out. A longer row has slipped, and is handed to `bad`.
 * @throws RosterRefused when a required column is missing or the file cannot be read as CSV
 */
export async function* readRows<C extends Record<string, Column>>(
  file: string,
  source: Readable,
  columns: C,
  bad: BadRow,
): AsyncGenerator<Row<C>> {
  let width: number | null = null;
  let places: [string, number][] = [];
  for await (const { record, info } of records(file, source)) {
    const line = info.lines;
    if (width === null) {
      width = record.length;
      places = placesOf(file, record, columns);
    } else if (record.length > width && record.slice(width).some((cell) => cell !== '')) {
      bad(line, 'The row has more cells than the header. Put a value that holds a comma in quotation marks.');
    } else {
      const row: Record<string, string | number> = { line };
      for (const [key, place] of places) row[key] = record[place] ?? '';
      yield row as Row<C>;
    }
  }
  if (width === null)
    throw new RosterRefused(`${file} is empty. It needs at least its header row; export it again.`);
}

function placesOf(
  file: string,
  header: readonly string[],
  columns: Record<string, Column>,
): [string, number][] {
  const names = header.map(plain);
  if (names.length > mostColumns) throw new RosterRefused(`${file} has more than ${mostColumns} columns.`);
  const places: [string, number][] = [];
  for (const [key, { name, required }] of Object.entries(columns)) {
    const place = names.indexOf(plain(name));
    if (place !== names.lastIndexOf(plain(name)))
      throw new RosterRefused(`${file} has the column ${name} twice. Remove one and upload again.`);
    if (place === -1 && required)
      throw new RosterRefused(
        names.length === 1 && /[;\t|]/.test(names[0] ?? '')
          ? `The values in ${file} are not separated by commas. Export it as comma-separated CSV and upload again.`
          : `${file} has no column ${name}. Export it again with the header row of its format.`,
      );
    places.push([key, place]);
  }
  return places;
}
