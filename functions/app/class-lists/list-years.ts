import { todayIn } from '#functions/app/district-rules.ts';
import type { Settings } from '#functions/data/settings.ts';

/** School years a class list may be for: those that are not over, the earliest first. */
export function listYears(settings: Settings, now: string): string[] {
  const today = todayIn(settings, now);
  return settings.schoolYears
    .filter(({ closesOn }) => today <= closesOn)
    .sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1))
    .map(({ year }) => year);
}
