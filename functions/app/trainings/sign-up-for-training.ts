import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { againWhenMet } from '#functions/data/again-when-met.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { heldOn } from '#shared/domain/person/certification.ts';
import { earnedBy } from '#shared/domain/training/certify.ts';
import { headsOf, placeFor, requireOpen } from '#shared/domain/training/sign-up.ts';
import { certificatesOf } from './own-history.ts';
import { isFor, loadTraining, policyForTraining } from './training-file.ts';

/** One signs oneself up, and nobody else. Once the seats are taken one waits, in the order of signing up. */
export const signUpForTraining: UseCase<'signUpForTraining'> = async (
  { table },
  { personId, schoolIds, now },
  { params: { trainingId } },
) => {
  const settings = await recentSettings(table);
  const me = await loadPerson(table, personId);
  if (me === undefined) throw notFound('person');
  const certificates = await certificatesOf(table, me);
  return againWhenMet(async () => {
    const { training: before, attendees } = await loadTraining(table, trainingId);
    if (!isFor(before, schoolIds)) throw notFound('training');
    const own = attendees.find((one) => one.personId === personId);
    if (own !== undefined && before.cancelledAt === null)
      return { training: before, status: own.status, minutes: own.minutes };
    requireOpen(before, now);
    const policy = policyForTraining(settings, before.heldOn);
    const status = placeFor(before, earnedBy(before, heldOn(certificates, before.heldOn), policy));
    const mine = { trainingId, personId, name: me.name, status, minutes: null, signedUpAt: now };
    const work = table.begin('training.joined', trainingId);
    work.create(attendance, mine);
    const { rev: _, ...value } = before;
    const kept = work.update(training, before, { ...value, ...headsOf([...attendees, mine]) });
    if (status === 'signed_up')
      work.message({
        kind: 'training_seat',
        personId,
        trainingId,
        sequence: before.sequence,
        changed: false,
      });
    return work.commit({ training: kept, status, minutes: null });
  });
};
