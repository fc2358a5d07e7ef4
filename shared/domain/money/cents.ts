import * as z from 'zod';

/** Money is an integer number of US cents, everywhere. */
export const Cents = z.int().min(-100_000_000).max(100_000_000);

/** `2849` → `$28.49`; `-2000` → `-$20.00`. */
export function formatCents(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const absolute = Math.abs(cents);
  return `${sign}$${Math.floor(absolute / 100).toLocaleString('en-US')}.${String(absolute % 100).padStart(2, '0')}`;
}
