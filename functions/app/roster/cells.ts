import { EmailAddress } from '#shared/domain/person/model.ts';

/** One line of text: composed characters, no control characters, single spaces. */
export const oneLine = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A name that a spreadsheet would run. Files we write neutralise it; as a person's name it is a mistake or worse. */
export const looksLikeFormula = (text: string): boolean => /^[=+@-]/.test(text);

/** An address, null for an empty cell, undefined for one that no mail could reach. */
export function emailOf(cell: string): string | null | undefined {
  if (cell === '') return null;
  const parsed = EmailAddress.safeParse(cell);
  return parsed.success ? parsed.data : undefined;
}

/** The first cell that holds an address. Sign-in names often are one, and many exports leave the address empty. */
export function firstEmail(address: string, signInName: string): string | null | undefined {
  const found = emailOf(address);
  if (found !== null) return found;
  return signInName.includes('@') ? (emailOf(signInName) ?? null) : null;
}

/** A telephone number as it was written, or null when the cell holds none. */
export function phoneOf(...cells: readonly string[]): string | null {
  const found = cells.map(oneLine).find((cell) => /^[+\d(][\d\s().+/ext-]{5,38}$/i.test(cell));
  return found ?? null;
}

/** `09` is shown as `9`, of several grades the first; words such as `KG` stay. */
export function gradeOf(cell: string): string | null {
  const grade = oneLine(cell.split(',')[0] ?? '').replace(/^0+(?=\d)/, '');
  return grade === '' || grade.length > 20 ? null : grade;
}

/** A cell that lists ids, separated by commas. */
export const idsOf = (cell: string): string[] =>
  cell
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
