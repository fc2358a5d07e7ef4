import { notAllowed } from '#functions/app/errors.ts';
import { loadPerson } from '#functions/app/people/keep-person.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import type { Kept } from '#functions/data/entity.ts';
import { readSettings } from '#functions/data/settings.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import { mostItemsAtOnce } from '#functions/data/unit-of-work.ts';
import { heldOn as certificateOn, renewalWindow } from '#shared/domain/person/certification.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { earnedBy } from '#shared/domain/training/certify.ts';
import type { Attendance, Training } from '#shared/domain/training/model.ts';
import { hasBegun, headsOf } from '#shared/domain/training/sign-up.ts';
import { certify, itemsToCertify, type Learner, warningCalendar } from './certify.ts';
import { loadTraining, policyForTraining, requireReached } from './training-file.ts';

/**
 * Who was there, as those know who keep the training: of their own people, and of all who signed up for it, wherever
 * they work. Whoever completed a training earns by it what its kind gives: a certificate from the day it was held
 * (I31), or the right to train others. Those whom it cannot certify are named with the reason, and the others are
 * recorded all the same. People who work at many schools have many rows, so a long list takes more than one
 * transaction.
 */
export const recordCompletions: UseCase<'recordCompletions'> = async (
  { table, newId },
  context,
  { params: { trainingId }, body: { personIds, outcome, minutes } },
) => {
  const { training: held, attendees } = await loadTraining(table, trainingId);
  requireReached(context, held);
  const settings = await readSettings(table);
  refuseUnless(held.cancelledAt === null, 'training.cancelled');
  refuseUnless(hasBegun(held, settings.district.timeZone, context.now), 'training.to_come');
  const policy = policyForTraining(settings, held.heldOn);

  const known = new Map(attendees.map((one) => [one.personId, one]));
  const named = [...new Set(personIds)].filter((personId) => known.get(personId)?.status !== 'completed');
  const people = await Promise.all(named.map((personId) => loadPerson(table, personId)));
  const reached = ({ personId, schoolIds }: Learner['person']) =>
    known.has(personId) || reachesSchool(context, 'training:manage', schoolIds);
  if (!people.every(({ person }) => reached(person))) throw notAllowed();
  const all = people.map((one) => ({ ...one, earned: earnedBy(held, countingOn(one, held), policy) }));
  const learners = all.filter(({ earned }) => outcome !== 'completed' || earned.kind !== 'refused');

  const steps = new DistrictTable(table.client, table.name, { ...context, idempotency: null }, newId);
  const parts = inParts(learners, outcome);
  const rows = new Map<string, Attendance>(known);
  const refused = outcome === 'completed' ? all.flatMap((one) => refusalOf(one, held, policy)) : [];
  let kept: Kept<Training> = held;
  for (const [index, part] of parts.entries()) {
    // The last one answers the request: a repeat before it goes on with those who are not certified yet.
    const last = index === parts.length - 1;
    const work = (last ? table : steps).begin('training.completed', trainingId);
    for (const learner of part) {
      const { personId, name } = learner.person;
      const before = known.get(personId);
      const row = {
        trainingId,
        personId,
        name,
        status: outcome,
        minutes,
        signedUpAt: before?.signedUpAt ?? null,
      };
      rows.set(personId, row);
      if (before === undefined) work.create(attendance, row);
      else work.update(attendance, before, row);
      if (outcome === 'completed')
        certify(work, learner, trainingId, warningCalendar(settings, held.heldOn), context.now);
    }
    const { rev: _, ...value } = kept;
    const updated = work.update(training, kept, { ...value, ...headsOf([...rows.values()]) });
    kept = await work.commit({ ...updated, refused });
  }
  return { ...kept, refused };
};

const countingOn = ({ person, certificates }: Omit<Learner, 'earned'>, { heldOn }: Training) =>
  certificateOn(person.certificate === null ? certificates : [...certificates, person.certificate], heldOn);

function refusalOf(learner: Learner, held: Training, policy: PolicySettings) {
  const { person, earned } = learner;
  if (earned.kind !== 'refused') return [];
  const certificate = countingOn(learner, held);
  const renewal = certificate === null ? null : renewalWindow(certificate, policy.recertifyMonths);
  return [{ personId: person.personId, name: person.name, because: earned.because, certificate, renewal }];
}

/** With the training, the audit entry and the idempotency record a part stays below a transaction's 100 items. */
const mostOfPart = mostItemsAtOnce - 5;

/** People in as few parts as fit one transaction each; nobody at all is one part. */
function inParts(people: readonly Learner[], outcome: Attendance['status']): Learner[][] {
  const parts: Learner[][] = [[]];
  let weight = 0;
  for (const one of people) {
    const own = outcome === 'completed' ? 1 + itemsToCertify(one) : 1;
    if (weight + own > mostOfPart) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)?.push(one);
    weight += own;
  }
  return parts;
}
