import type { PayRule } from '../policy/model.ts';

export interface Amount {
  /** Events or students paid for. */
  readonly units: number;
  /** All hours credited, in hundredths; 0 unless pay is by the hour. */
  readonly hundredthsOfHour: number;
  readonly cents: number;
}

/**
 * I21: rate × units in integer cents. Hours are credited in hundredths, so hours × rate may fall between two
 * cents: half a cent rounds up, once, on the whole line.
 */
export function amountOf(rule: PayRule, students: number): Amount {
  if (rule.kind === 'unpaid') return { units: 1, hundredthsOfHour: 0, cents: 0 };
  const units = rule.per === 'student' ? students : 1;
  if (rule.kind === 'flat') return { units, hundredthsOfHour: 0, cents: rule.cents * units };
  const hundredthsOfHour = rule.hundredthsOfHour * units;
  // Integers throughout: adding half of the divisor before the whole division rounds half up.
  return { units, hundredthsOfHour, cents: Math.floor((hundredthsOfHour * rule.centsPerHour + 50) / 100) };
}
