import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { heldOn } from '#shared/domain/person/certification.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { earnedBy } from '#shared/domain/training/certify.ts';
import { certificatesOf, historyView, trainingsOf } from './own-history.ts';
import { isFor, policyForTraining } from './training-file.ts';

/** A district plans so many trainings ahead at most; the page shows the nearest. */
const mostUpcoming = 100;

/** One's own certificate and trainings, and those still to come that one can sign up for. */
export const getMyTrainings: UseCase<'getMyTrainings'> = async ({ table }, context) => {
  const { districtId, personId, now } = context;
  const settings = await recentSettings(table);
  const today = todayIn(settings, now);
  const me = await loadPerson(table, personId);
  if (me === undefined) throw notFound('person');
  const [certificates, own, planned] = await Promise.all([
    certificatesOf(table, me),
    trainingsOf(table, personId),
    table.queryPage(
      { index: 'gsi2', pk: keys.trainings(districtId), from: keys.byDay(today, '') },
      { limit: mostUpcoming },
    ),
  ]);
  const mine = new Map(own.map(({ attendance }) => [attendance.trainingId, attendance.status]));
  const upcoming = readAll(training, planned.items)
    .filter(
      (one) =>
        one.plan !== null &&
        one.plan.startsAt > now &&
        one.cancelledAt === null &&
        (isFor(one, me.schoolIds) || mine.has(one.trainingId)),
    )
    .map((one) => {
      const earned = earnedBy(one, heldOn(certificates, one.heldOn), policyForTraining(settings, one.heldOn));
      return {
        training: one,
        status: mine.get(one.trainingId) ?? null,
        because: earned.kind === 'refused' ? earned.because : null,
      };
    });
  const policy = policyOn(settings.policies, today)?.settings ?? null;
  return { ...historyView(me, certificates, own, policy), upcoming };
};
