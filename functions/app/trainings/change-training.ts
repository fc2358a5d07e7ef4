import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { Training, TrainingPlan } from '#shared/domain/training/model.ts';
import { headsOf, movingUp, requireOpen } from '#shared/domain/training/sign-up.ts';
import { loadTraining, planOf, requireReached } from './training-file.ts';

/** Another time, place or number of seats. Whoever signed up is told what they must know, and new seats go to those who wait. */
export const changeTraining: UseCase<'changeTraining'> = async (
  { table },
  context,
  { params: { trainingId }, body },
) => {
  const { training: before, attendees } = await loadTraining(table, trainingId);
  requireReached(context, before);
  requireRev(before, body.rev, 'training');
  requireOpen(before, context.now);
  refuseUnless(body.seats >= before.signedUp, 'training.seats_taken');
  const { district } = await recentSettings(table);
  const plan = planOf(body, district.timeZone, context.now);
  const seated = new Set(movingUp(attendees, plan.seats));
  const after = attendees.map((one) => (seated.has(one) ? { ...one, status: 'signed_up' as const } : one));
  const { rev: _, ...value } = before;
  const news = tellsNews(before, { ...plan, title: body.title });
  const sequence = news ? before.sequence + 1 : before.sequence;
  const work = table.begin('training.changed', trainingId);
  const kept = work.update(training, before, {
    ...value,
    ...headsOf(after),
    title: body.title,
    heldOn: body.heldOn,
    plan,
    sequence,
  });
  for (const one of attendees) {
    if (seated.has(one)) work.update(attendance, one, { ...one, status: 'signed_up' });
    if (seated.has(one) || (news && one.status === 'signed_up'))
      work.message({
        kind: 'training_seat',
        personId: one.personId,
        trainingId,
        sequence,
        changed: !seated.has(one),
      });
  }
  return work.commit(kept);
};

/** Seats and a better title are no news to those who come; when, how long and where are. */
const tellsNews = ({ plan }: Training & { plan: TrainingPlan }, next: TrainingPlan & { title: string }) =>
  plan.startsAt !== next.startsAt || plan.minutes !== next.minutes || plan.place !== next.place;
