import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { policy } from '#functions/data/entities/settings.ts';
import { readSettings } from '#functions/data/settings.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';

/** A policy that holds from a day on; it never reaches back, so no line that exists changes (I29). */
export const changePolicy: UseCase<'changePolicy'> = async (
  { table },
  { now },
  { body: { from, settings, rev } },
) => {
  const known = await readSettings(table);
  if (from < localDateOf(now, known.district.timeZone)) throw new Refusal('policy.reaches_back');
  const [fund] = known.funds;
  if (fund === undefined) throw new Refusal('policy.fund_missing');
  const before = known.policies.find((one) => one.from === from);
  if ((before?.rev ?? null) !== rev) throw changedMeanwhile('policy');
  const after = { from, fundId: fund.fundId, settings };
  const work = table.begin('policy.changed', from);
  const kept = before === undefined ? work.create(policy, after) : work.update(policy, before, after);
  return work.commit(kept);
};
