/** A column of a CSV file; names are compared without case and spaces. */
export interface Column {
  readonly name: string;
  readonly required: boolean;
}
export const need = (name: string): Column => ({ name, required: true });
export const may = (name: string): Column => ({ name, required: false });

/** One row: the asked columns, trimmed, empty when the file has no such column; `line` is where the row ends. */
export type Row<C extends Record<string, Column>> = { readonly [K in keyof C]: string } & {
  readonly line: number;
};

/** A row whose cells do not fit the header; the reader goes on with the next one. */
export type BadRow = (line: number, reason: string) => void;

/** The CSV files of one upload, found by name in whatever capitals, read one row at a time and never held whole. */
export interface RosterFiles {
  has(file: string): boolean;
  /** Column names of a file as written in its header. */
  columns(file: string): Promise<readonly string[]>;
  /** @throws RosterRefused when the file or a required column is missing, or the file is no readable CSV. */
  rows<C extends Record<string, Column>>(file: string, columns: C, bad: BadRow): AsyncIterable<Row<C>>;
}

/** An upload that was opened; `close` it when done. */
export interface RosterUpload extends RosterFiles {
  close(): Promise<void>;
}

/** Where uploads lie. */
export interface RosterUploads {
  /** @throws RosterRefused when the file under the key is no zip that can be read */
  open(key: string): Promise<RosterUpload>;
}
