import { foldedName } from './expected-names.ts';

type Column = 'given' | 'family' | 'student' | 'guardian' | 'phone' | 'email' | 'language';

/** Heads of columns as offices write them, in English and Spanish. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  given: [
    'first name',
    'first',
    'given name',
    'student first name',
    'first name of student',
    'nombre',
    'nombres',
  ],
  family: ['last name', 'last', 'family name', 'surname', 'student last name', 'apellido', 'apellidos'],
  student: [
    'student',
    'name',
    'student name',
    'full name',
    'child',
    'alumno',
    'alumna',
    'estudiante',
    'nombre completo',
  ],
  guardian: [
    'guardian',
    'guardian name',
    'parent',
    'parent name',
    'parent guardian',
    'parent or guardian',
    'adult',
    'contact',
    'tutor',
    'madre',
    'padre',
    'madre o padre',
    'madre padre o tutor',
    'adulto',
    'responsable',
  ],
  phone: [
    'phone',
    'phone number',
    'telephone',
    'mobile',
    'cell',
    'cell phone',
    'telefono',
    'celular',
    'movil',
  ],
  email: ['email', 'e mail', 'mail', 'email address', 'e mail address', 'correo', 'correo electronico'],
  language: ['language', 'home language', 'family language', 'idioma', 'idioma del hogar', 'lengua'],
};
const byHead = new Map(
  Object.entries(heads).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

/** A row of pasted text: a quoted cell may hold line breaks. */
export interface PastedRecord {
  readonly line: number;
  readonly text: string;
  /** A quote was opened and never closed. */
  readonly open: boolean;
}

/** Tab when there is one: that is how spreadsheets copy. Else whichever of comma and semicolon comes more often. */
export function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  return text.split(';').length > text.split(',').length ? ';' : ',';
}

/** Rows with something in them, in order. A quote counts only where a cell begins: `O"Brien` is a name. */
export function recordsOf(text: string, separator: string): PastedRecord[] {
  const records: PastedRecord[] = [];
  let start = 0;
  let line = 1;
  let startLine = 1;
  let quoted = false;
  const end = (at: number, open = false) => {
    const row = text.slice(start, at).replace(/\r$/, '');
    if (row.split(separator).some((cell) => cell.trim() !== ''))
      records.push({ line: startLine, text: row, open });
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const before = text.slice(start, at).trimEnd();
      if (quoted) quoted = false;
      else if (before === '' || before.endsWith(separator) || text[at - 1] === '"') quoted = true;
    }
    if (sign !== '\n') continue;
    line += 1;
    if (quoted) continue;
    end(at);
    start = at + 1;
    startLine = line;
  }
  end(text.length, quoted);
  return records;
}

/** The cells of one row, without their quotes. */
export function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const sign = row[at] ?? '';
    if (quoted && sign === '"' && row[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (quoted && sign === '"') quoted = false;
    else if (!quoted && sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (!quoted && sign === separator) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell].map((one) => one.replace(/\s+/g, ' ').trim());
}

/** The columns that a head names, or null when the first row is no head: then it is a student. */
export function columnsOf(
  cells: readonly string[],
): { columns: (Column | null)[]; ignored: string[] } | null {
  const found = cells.map((cell) => byHead.get(foldedName(cell)) ?? null);
  const columns = found.map((column, at) =>
    column !== null && found.indexOf(column) === at ? column : null,
  );
  const known = columns.filter((column) => column !== null);
  const names = known.some((column) => column === 'student' || column === 'given' || column === 'family');
  if (!names || (known.length < 2 && cells.length > 1)) return null;
  // A list that only says “Nombre” or “First” holds the whole name there.
  const whole = columns.includes('given') && !columns.includes('family') && !columns.includes('student');
  return {
    columns: columns.map((column) => (whole && column === 'given' ? 'student' : column)),
    ignored: cells.filter((cell, at) => columns[at] === null && cell !== ''),
  };
}
