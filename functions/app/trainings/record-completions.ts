import { notAllowed, notFound } from '#functions/app/errors.ts';
import { keepFollowing, loadPerson } from '#functions/app/people/keep-person.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { certificate, person } from '#functions/data/entities/people.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import { mostItemsAtOnce } from '#functions/data/unit-of-work.ts';
import { certificateFrom, newerOf } from '#shared/domain/person/certification.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { Refusal } from '#shared/domain/refusal.ts';

type LoadedPerson = Awaited<ReturnType<typeof loadPerson>>;

/**
 * Who completed a training becomes certified from the day it was held; earlier certificates stay (I31). People who
 * work at many schools have many rows, so a long list takes more than one transaction.
 */
export const recordCompletions: UseCase<'recordCompletions'> = async (
  { table, newId },
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

  const people = await Promise.all(completing.map((personId) => loadPerson(table, personId)));
  if (people.some(({ person: one }) => !reachesSchool(context, 'training:manage', one.schoolIds)))
    throw notAllowed();

  const steps = new DistrictTable(table.client, table.name, { ...context, idempotency: null }, newId);
  const parts = inParts(people);
  let kept = held;
  for (const [index, part] of parts.entries()) {
    // The last one answers the request: a repeat before it goes on with those who are not certified yet.
    const work = (index === parts.length - 1 ? table : steps).begin('training.completed', trainingId);
    for (const before of part) {
      const { person: one } = before;
      work.create(attendance, { trainingId, personId: one.personId, name: one.name, heldOn: held.heldOn });
      work.save(certificate, { ...earned, personId: one.personId, trainingId });
      const after = { ...one, certificate: newerOf(one.certificate, earned) };
      work.update(person, one, after);
      keepFollowing(work, before, after);
    }
    const completedBy = kept.completedBy + part.length;
    kept = await work.commit(work.update(training, kept, { ...held, completedBy }));
  }
  return kept;
};

/** Attendance, certificate and the person; the placements of each come on top. */
const itemsOfPerson = 3;
/** With the training, the audit entry and the idempotency record a part stays below a transaction's 100 items. */
const mostOfPart = mostItemsAtOnce - 5;

/** People in as few parts as fit one transaction each; nobody at all is one part. */
function inParts(people: readonly LoadedPerson[]): LoadedPerson[][] {
  const parts: LoadedPerson[][] = [[]];
  let weight = 0;
  for (const one of people) {
    const own = itemsOfPerson + one.placements.length + one.person.schoolIds.length;
    if (weight + own > mostOfPart) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)?.push(one);
    weight += own;
  }
  return parts;
}
