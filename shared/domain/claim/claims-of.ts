import type { Fund } from '../district/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import { addDays } from '../time/zoned.ts';
import type { Visit } from '../visit/model.ts';
import { amountOf } from './amount.ts';
import type { Claim } from './model.ts';

/**
 * The claim of each person who visited: one and no more (I22), by the rule of the visit's local date, which the
 * line keeps so that a later rate cannot change it (I29). It is due so many days after `dueFrom`, a local day.
 */
export function claimsOf(
  visit: Visit,
  settings: PolicySettings,
  fund: Fund,
  dueFrom: string = visit.localDate,
): Claim[] {
  const { units, hundredthsOfHour, cents } = amountOf(settings.pay, visit.students.length);
  return visit.team.map(({ personId, name }) => ({
    visitId: visit.visitId,
    personId,
    personName: name,
    schoolId: visit.schoolId,
    year: visit.year,
    status: settings.pay.kind === 'unpaid' ? 'unpaid' : 'open',
    visitDate: visit.localDate,
    rule: settings.pay,
    units,
    hundredthsOfHour,
    cents,
    fundId: fund.fundId,
    accountCode: fund.accountCode,
    dueOn: addDays(dueFrom, settings.claimDueDays),
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnedBecause: null,
    batchId: null,
  }));
}
