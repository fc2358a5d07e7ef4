import type { Settings } from '#functions/data/settings.ts';
import type { Fund, SchoolYear } from '#shared/domain/district/model.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { ReminderSettings } from '#shared/domain/reminder/planning.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';

export interface DistrictRules {
  readonly year: SchoolYear;
  readonly policy: PolicySettings;
  readonly fund: Fund;
  readonly reminders: ReminderSettings;
}

/** Today in the district's zone. */
export const todayIn = (settings: Settings, now: string): string =>
  localDateOf(now, settings.district.timeZone);

/**
 * The year, policy and fund that hold on a local day: a visit is decided by those of its own day (I21, I29).
 * @throws Refusal when the district has not set one for that day.
 */
export function rulesOn(settings: Settings, day: string): DistrictRules {
  const year = schoolYearOn(settings.schoolYears, day);
  refuseUnless(year !== null, 'year.none');
  const version = policyOn(settings.policies, day);
  refuseUnless(version !== null, 'policy.none');
  const fund = settings.funds.find(({ fundId }) => fundId === version.fundId);
  refuseUnless(fund !== undefined, 'policy.fund_missing');
  const policy = version.settings;
  const reminders = { timeZone: settings.district.timeZone, policy, schoolYear: year };
  return { year, policy, fund, reminders };
}
