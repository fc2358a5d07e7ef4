import { notAllowed, notFound } from '#functions/app/errors.ts';
import { keepFollowing, loadPerson } from '#functions/app/people/keep-person.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { certificate, person } from '#functions/data/entities/people.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import { certificateFrom, newerOf } from '#shared/domain/person/certification.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { Refusal } from '#shared/domain/refusal.ts';

/** Who completed a training becomes certified from the day it was held; earlier certificates stay (I31). */
export const recordCompletions: UseCase<'recordCompletions'> = async (
  { table },
  context,
  { params: { trainingId }, body: { personIds } },
) => {
  const pk = keys.training(context.districtId, trainingId);
  const items = await table.queryAll({ pk });
  const held = readOne(training, items);
  if (held === undefined) throw notFound('training');
  const already = new Set(readAll(attendance, items).map((one) => one.personId));
  const completing = [...new Set(personIds)].filter((personId) => !already.has(personId));
  const { policies } = await readSettings(table);
  // Policies are read by day, so the first is the oldest: a training before it counts by it.
  const policy = policyOn(policies, held.heldOn) ?? policies[0];
  if (policy === undefined) throw new Refusal('policy.none');
  const earned = certificateFrom(held.heldOn, policy.settings.certificateMonths);

  const work = table.begin('training.completed', trainingId);
  for (const before of await Promise.all(completing.map((personId) => loadPerson(table, personId)))) {
    const { person: one } = before;
    if (!reachesSchool(context, 'training:manage', one.schoolIds)) throw notAllowed();
    work.create(attendance, { trainingId, personId: one.personId, name: one.name, heldOn: held.heldOn });
    work.save(certificate, { ...earned, personId: one.personId, trainingId });
    const after = { ...one, certificate: newerOf(one.certificate, earned) };
    work.update(person, one, after);
    keepFollowing(work, before, after);
  }
  const completedBy = already.size + completing.length;
  const kept = work.update(training, held, { ...held, completedBy });
  return work.commit(kept);
};
