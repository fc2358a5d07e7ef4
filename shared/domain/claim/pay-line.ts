import * as z from 'zod';
import { PersonId, VisitId } from '../ids.ts';
import { Cents } from '../money/cents.ts';
import { LocalDate } from '../time/local-date.ts';
import type { Claim } from './model.ts';

/** One line of a closed batch, with everything the payroll file says, so that the file can be made again (I25). */
export const PayLine = z.object({
  visitId: VisitId,
  personId: PersonId,
  employeeId: z.string(),
  name: z.string(),
  school: z.string(),
  visitDate: LocalDate,
  kind: z.enum(['flat', 'hours', 'unpaid']),
  units: z.int().min(1),
  hundredthsOfHour: z.int().min(0),
  /** Cents for one unit, or for one hour. */
  rateCents: Cents,
  cents: Cents,
  accountCode: z.string(),
  approvedBy: z.string(),
});
export type PayLine = z.infer<typeof PayLine>;

/** What a line says that the claim itself does not know. A person without a number has an empty cell. */
export interface LineNames {
  readonly employeeId: string | null;
  readonly school: string;
  readonly approvedBy: string;
}

/** The line of a claim. */
export function payLineOf(claim: Claim, names: LineNames): PayLine {
  const { rule } = claim;
  return {
    visitId: claim.visitId,
    personId: claim.personId,
    employeeId: names.employeeId ?? '',
    name: claim.personName,
    school: names.school,
    visitDate: claim.visitDate,
    kind: rule.kind,
    units: claim.units,
    hundredthsOfHour: claim.hundredthsOfHour,
    rateCents: rule.kind === 'hours' ? rule.centsPerHour : rule.kind === 'flat' ? rule.cents : 0,
    cents: claim.cents,
    accountCode: claim.accountCode,
    approvedBy: names.approvedBy,
  };
}

/** Lines in the one order they have for ever: by visit day, person and visit. */
export function inFileOrder(lines: readonly PayLine[]): PayLine[] {
  const key = (line: PayLine) => `${line.visitDate} ${line.personId} ${line.visitId}`;
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** I26: the control total of a batch is the sum of its lines. */
export function batchTotals(lines: readonly { readonly cents: number }[]): {
  lines: number;
  totalCents: number;
} {
  return { lines: lines.length, totalCents: lines.reduce((sum, line) => sum + line.cents, 0) };
}
