import { certificate } from '#functions/data/entities/people.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { renewalWindow } from '#shared/domain/person/certification.ts';
import type { Certificate, Person } from '#shared/domain/person/model.ts';
import type { PolicySettings } from '#shared/domain/policy/model.ts';
import type { Attendance, Training } from '#shared/domain/training/model.ts';

export interface OwnTraining {
  readonly training: Kept<Training>;
  readonly attendance: Kept<Attendance>;
}

/** Every certificate of a person, newest first; the present one counts also where no history tells of it. */
export async function certificatesOf(
  table: DistrictTable,
  { personId, certificate: present }: Pick<Person, 'personId' | 'certificate'>,
): Promise<Certificate[]> {
  const pk = keys.person(table.context.districtId, personId);
  const kept = readAll(certificate, await table.queryAll({ pk, prefix: keys.certificate('') }));
  const all = kept.map(({ issuedOn, expiresOn }) => ({ issuedOn, expiresOn }));
  const known = all.some(({ expiresOn }) => expiresOn === present?.expiresOn);
  return (present === null || known ? all : [...all, present]).sort((one, other) =>
    other.issuedOn.localeCompare(one.issuedOn),
  );
}

/** What a person signed up for or took part in, newest first. */
export async function trainingsOf(table: DistrictTable, personId: string): Promise<OwnTraining[]> {
  const { districtId } = table.context;
  const own = readAll(
    attendance,
    await table.queryAll({
      index: 'gsi1',
      pk: keys.person(districtId, personId),
      prefix: keys.ownTrainings,
    }),
  );
  const wanted = own.map(({ trainingId }) => ({
    pk: keys.training(districtId, trainingId),
    sk: keys.word.training,
  }));
  const held = new Map(
    readAll(training, await table.getMany(wanted)).map((one) => [one.trainingId, one] as const),
  );
  return own
    .flatMap((one) => {
      const found = held.get(one.trainingId);
      return found === undefined ? [] : [{ training: found, attendance: one }];
    })
    .sort((one, other) => other.training.heldOn.localeCompare(one.training.heldOn));
}

/** A history as it is answered. */
export function historyView(
  { certificate: present }: Pick<Person, 'certificate'>,
  certificates: Certificate[],
  own: readonly OwnTraining[],
  policy: Pick<PolicySettings, 'recertifyMonths'> | null,
) {
  return {
    certificate: present,
    renewal: present === null || policy === null ? null : renewalWindow(present, policy.recertifyMonths),
    certificates,
    trainings: own.map(({ training: one, attendance: { status, minutes } }) => ({
      training: one,
      status,
      minutes,
    })),
  };
}
