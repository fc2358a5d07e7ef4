import { inFileOrder, type PayLine } from './pay-line.ts';

/** `2849` → `28.49`: digits and a point only, as payroll programs read money and hours. */
function decimal(hundredths: number): string {
  const absolute = Math.abs(hundredths);
  const sign = hundredths < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front, and is then only text. */
function text(value: string): string {
  return /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The columns in the order in which payroll reads them. Numbers are ours and need no guard; all else may be typed in. */
const columns: readonly (readonly [header: string, cell: (line: PayLine) => string])[] = [
  ['Employee ID', (line) => text(line.employeeId)],
  ['Name', (line) => text(line.name)],
  ['School', (line) => text(line.school)],
  ['Visit date', (line) => line.visitDate],
  ['Pay kind', (line) => line.kind],
  ['Hours', (line) => decimal(line.hundredthsOfHour)],
  ['Rate', (line) => decimal(line.rateCents)],
  ['Amount', (line) => decimal(line.cents)],
  ['Account code', (line) => text(line.accountCode)],
  ['Approved by', (line) => text(line.approvedBy)],
  ['Claim', (line) => `${line.visitId}/${line.personId}`],
];

/**
 * The payroll file of a batch: CSV with a header, CRLF, and the same bytes for the same lines whatever order they
 * come in (I25). It holds nothing of a reflection (I4, I20) and no student.
 */
export function payrollFile(lines: readonly PayLine[]): string {
  const rows = [
    columns.map(([header]) => header),
    ...inFileOrder(lines).map((line) => columns.map(([, cell]) => cell(line))),
  ];
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}
