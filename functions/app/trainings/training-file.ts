import { notAllowed, notFound } from '#functions/app/errors.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { may } from '#shared/domain/access/permissions.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { Refusal, refuseUnless } from '#shared/domain/refusal.ts';
import { instantAt } from '#shared/domain/time/zoned.ts';
import type { Attendance, Training, TrainingPlan } from '#shared/domain/training/model.ts';
import type { TenantContext } from '../context.ts';
import { checkSchools } from '../people/keep-person.ts';
import { reachesSchool } from '../row-scope.ts';

export interface TrainingFile {
  readonly training: Kept<Training>;
  readonly attendees: readonly Kept<Attendance>[];
}

/** A training with everybody who signed up or took part, in one Query. */
export async function loadTraining(table: DistrictTable, trainingId: string): Promise<TrainingFile> {
  const items = await table.queryAll({ pk: keys.training(table.context.districtId, trainingId) });
  const found = readOne(training, items);
  if (found === undefined) throw notFound('training');
  return { training: found, attendees: readAll(attendance, items) };
}

/**
 * Who may set up and record which training: the offices any; a trainer those of their own schools, and not the ones
 * that make trainers. @throws Refusal or AppError
 */
function requireManager(
  context: TenantContext,
  { kind, schoolId }: Pick<Training, 'kind' | 'schoolId'>,
): void {
  if (may(context.roles, 'training:manage')) return;
  if (!may(context.roles, 'training:record')) throw notAllowed();
  refuseUnless(kind !== 'trainer', 'training.trainers_by_office');
  refuseUnless(schoolId !== null && context.schoolIds.includes(schoolId), 'training.own_school');
}

/** As above, for one that is set up already: a coordinator changes and records no training of another school. */
export function requireReached(context: TenantContext, training: Pick<Training, 'kind' | 'schoolId'>): void {
  requireManager(context, training);
  const { schoolId } = training;
  if (schoolId !== null && !reachesSchool(context, 'training:manage', [schoolId])) throw notAllowed();
}

/** As above, and the school must be one of the district's that the caller reaches. */
export async function requireSetUp(
  table: DistrictTable,
  context: TenantContext,
  training: Pick<Training, 'kind' | 'schoolId'>,
): Promise<void> {
  requireManager(context, training);
  if (training.schoolId !== null) await checkSchools(table, context, [training.schoolId]);
  requireReached(context, training);
}

/** True when the training is for somebody who works at these schools. */
export const isFor = ({ schoolId }: Training, schoolIds: readonly string[]): boolean =>
  schoolId === null || schoolIds.includes(schoolId);

/**
 * The policy by which a training of a day counts. Policies are read by day, so the first is the oldest: a training
 * before it counts by it. @throws Refusal when the district has none.
 */
export function policyForTraining({ policies }: Settings, heldOn: string): PolicySettings {
  const policy = policyOn(policies, heldOn) ?? policies[0];
  if (policy === undefined) throw new Refusal('policy.none');
  return policy.settings;
}

/** When and where a training is to be held. @throws Refusal when that time is over, or is skipped by the clocks. */
export function planOf(
  body: Pick<TrainingPlan, 'time' | 'minutes' | 'place' | 'seats'> & { readonly heldOn: string },
  timeZone: string,
  now: string,
): TrainingPlan {
  const { heldOn, time, minutes, place, seats } = body;
  const startsAt = instantAt(heldOn, time, timeZone);
  refuseUnless(startsAt !== null, 'training.time_skipped');
  refuseUnless(startsAt > now, 'training.over');
  return { time, startsAt, minutes, place, seats };
}
