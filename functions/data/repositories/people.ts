import { certifiedOn } from '#shared/domain/person/certification.ts';
import type { Certificate } from '#shared/domain/person/model.ts';
import { certificate, person } from '../entities/people.ts';
import { school } from '../entities/roster.ts';
import { type Entity, type Kept, readAll } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

type ValueOf<E> = E extends Entity<infer T> ? T : never;
/** A person as stored, with the values of the last roster beside the present ones. */
export type StoredPerson = Kept<ValueOf<typeof person>>;

export function loadPerson(table: DistrictTable, personId: string): Promise<StoredPerson | undefined> {
  return table.get(person, { pk: keys.person(table.context.districtId, personId), sk: keys.word.profile });
}

/** People by id, in no order; whoever does not exist is left out. */
export async function loadPeople(
  table: DistrictTable,
  personIds: readonly string[],
): Promise<StoredPerson[]> {
  const distinct = [...new Set(personIds)];
  const wanted = distinct.map((id) => ({
    pk: keys.person(table.context.districtId, id),
    sk: keys.word.profile,
  }));
  return readAll(person, await table.getMany(wanted));
}

/**
 * The certificate by which a person is to be judged on a local day: the present one, or an earlier one when only
 * that held the day. A visit logged after a renewal still finds the certificate of its own day (I31).
 */
export async function certificateFor(
  table: DistrictTable,
  of: StoredPerson,
  day: string,
): Promise<Certificate | null> {
  if (certifiedOn(of.certificate, day)) return of.certificate;
  const pk = keys.person(table.context.districtId, of.personId);
  const history = await table.queryAll({ pk, prefix: keys.certificate('') });
  return readAll(certificate, history).find((one) => certifiedOn(one, day)) ?? of.certificate;
}

/** Schools by id; an unknown id is left out. */
export async function loadSchools(
  table: DistrictTable,
  schoolIds: readonly string[],
): Promise<Kept<ValueOf<typeof school>>[]> {
  const pk = keys.district(table.context.districtId);
  return readAll(
    school,
    await table.getMany([...new Set(schoolIds)].map((id) => ({ pk, sk: keys.school(id) }))),
  );
}
