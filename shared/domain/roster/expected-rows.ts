import { languageOf } from './expected-languages.ts';
import { foldedName, phoneDigits } from './expected-names.ts';
import { cellsOf, columnsOf, recordsOf, separatorOf } from './expected-table.ts';

/** A student of a class list as somebody wrote it down; empty cells are null. */
export interface ExpectedRow {
  readonly givenName: string;
  readonly familyName: string;
  readonly guardianName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string | null;
}

/** Why a row could not be taken; the screens have a sentence for each that says what to do. */
export type RowFault =
  | 'quote_open'
  | 'too_many_cells'
  | 'name_missing'
  | 'name_in_one'
  | 'name_long'
  | 'guardian_missing'
  | 'guardian_long'
  | 'phone_unclear'
  | 'email_unclear'
  | 'language_unknown'
  | 'repeated';

export interface FaultyRow {
  /** The line of the pasted text on which the row begins, from 1. */
  readonly line: number;
  /** The row as it was pasted. */
  readonly text: string;
  readonly faults: readonly RowFault[];
}

export interface PastedRows {
  readonly students: readonly ExpectedRow[];
  readonly faulty: readonly FaultyRow[];
  /** Names of columns that are not part of a class list, such as grades: they are never taken (CP4). */
  readonly ignored: readonly string[];
  /** What stays in the field: the head and every row that was not taken, exactly as pasted. Nothing is lost. */
  readonly left: string;
}

const longestName = 80;
const longestGuardian = 160;

/**
 * Reads rows pasted from a spreadsheet or a CSV file: tab, comma or semicolon, with or without a head, quoted or not.
 * Without a head the columns are first name, last name, adult, phone, e-mail, language. Each row is taken or named
 * with what to mend; no row disappears.
 */
export function readPastedRows(text: string): PastedRows {
  const separator = separatorOf(text);
  const records = recordsOf(text, separator);
  const [first, ...others] = records;
  const head = first === undefined ? null : columnsOf(cellsOf(first.text, separator));
  const rows = head === null ? records : others;
  const columns = head?.columns ?? ['given', 'family', 'guardian', 'phone', 'email', 'language'];

  const students: ExpectedRow[] = [];
  const faulty: FaultyRow[] = [];
  const seen = new Set<string>();
  for (const { line, text: row, open } of rows) {
    const cells = cellsOf(row, separator);
    const { student, faults } = rowOf(cells, columns, head !== null);
    const who = foldedName(student.givenName, student.familyName, student.guardianName ?? '');
    const all: RowFault[] = open ? ['quote_open'] : [...faults];
    if (all.length === 0 && seen.has(who)) all.push('repeated');
    if (all.length > 0) faulty.push({ line, text: row, faults: all });
    else {
      seen.add(who);
      students.push(student);
    }
  }
  const kept = faulty.map((row) => row.text);
  return {
    students,
    faulty,
    ignored: head?.ignored ?? [],
    left:
      kept.length === 0
        ? ''
        : [...(head === null || first === undefined ? [] : [first.text]), ...kept].join('\n'),
  };
}

type Column = 'given' | 'family' | 'student' | 'guardian' | 'phone' | 'email' | 'language' | null;

function rowOf(
  cells: readonly string[],
  columns: readonly Column[],
  named: boolean,
): { student: ExpectedRow; faults: RowFault[] } {
  const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
  const extra = cells.slice(columns.length).some((one) => one.trim() !== '');
  const alone = !named && cells.filter((one) => one.trim() !== '').length === 1;
  const whole = columns.includes('student') ? cell('student') : alone ? cell('given') : null;
  const [givenName, familyName] = whole === null ? [cell('given'), cell('family')] : splitName(whole);
  const word = cell('language');
  const student: ExpectedRow = {
    givenName,
    familyName,
    guardianName: cell('guardian') || null,
    phone: cell('phone') || null,
    email: cell('email').toLowerCase() || null,
    language: word === '' ? null : (languageOf(word) ?? word),
  };
  const faults = faultsOf(student);
  const unclear = whole !== null && whole !== '' && (givenName === '' || familyName === '');
  return {
    student,
    faults: [
      ...(extra ? (['too_many_cells'] as const) : []),
      ...(unclear ? (['name_in_one'] as const) : []),
      ...faults.filter((fault) => !(unclear && fault === 'name_missing')),
    ],
  };
}

/** `Diaz, Ana` or two words; with more words nobody can know where the family name begins. */
function splitName(whole: string): [given: string, family: string] {
  const [family = '', given] = whole.split(/\s*,\s*/);
  if (given !== undefined) return [given.trim(), family.trim()];
  const words = whole.split(/\s+/);
  return words.length === 2 ? [words[0] ?? '', words[1] ?? ''] : [whole, ''];
}

/** What keeps one student of a list from being taken; the form and the server judge by the same rules. */
export function faultsOf(student: ExpectedRow): RowFault[] {
  const { givenName, familyName, guardianName, phone, email, language } = student;
  const faults: RowFault[] = [];
  if (givenName === '' || familyName === '') faults.push('name_missing');
  if (givenName.length > longestName || familyName.length > longestName) faults.push('name_long');
  if (guardianName === null && (phone !== null || email !== null)) faults.push('guardian_missing');
  if ((guardianName ?? '').length > longestGuardian) faults.push('guardian_long');
  if (phone !== null && (phoneDigits(phone) === null || phone.length > 40)) faults.push('phone_unclear');
  if (email !== null && (!/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email) || email.length > 254))
    faults.push('email_unclear');
  if (language !== null && languageOf(language) === null) faults.push('language_unknown');
  return faults;
}
