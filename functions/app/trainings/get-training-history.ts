import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { certificatesOf, historyView, trainingsOf } from './own-history.ts';

/** Certificates and trainings of one person, for the coordinator of their school and the district's office. */
export const getTrainingHistory: UseCase<'getTrainingHistory'> = async (
  { table },
  context,
  { params: { personId } },
) => {
  const settings = await recentSettings(table);
  const one = await loadPerson(table, personId);
  if (one === undefined || !reachesSchool(context, 'training:manage', one.schoolIds))
    throw notFound('person');
  const [certificates, own] = await Promise.all([certificatesOf(table, one), trainingsOf(table, personId)]);
  const policy = policyOn(settings.policies, todayIn(settings, context.now))?.settings ?? null;
  return { name: one.name, ...historyView(one, certificates, own, policy) };
};
