/** The sum of some amounts, in integer cents. */
export function totalOf(lines: readonly { cents: number }[]): number {
  return lines.reduce((sum, line) => sum + line.cents, 0);
}
