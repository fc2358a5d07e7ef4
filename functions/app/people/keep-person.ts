import type { z } from 'zod';
import type { TenantContext } from '#functions/app/context.ts';
import { certificate, emailOwner, person, placement } from '#functions/data/entities/people.ts';
import { school } from '#functions/data/entities/roster.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import { type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { Certificate } from '#shared/domain/person/model.ts';
import { takesPart } from '#shared/domain/person/participation.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { notFound } from '../errors.ts';

export type StoredPerson = z.infer<typeof person.schema>;
type Placement = Kept<z.infer<typeof placement.schema>>;

/** A person with what lies beside them. */
export interface LoadedPerson {
  readonly person: Kept<StoredPerson>;
  readonly placements: readonly Placement[];
  /** Every certificate there ever was. */
  readonly certificates: readonly Certificate[];
  /** Warnings of certificates, planned and past. */
  readonly reminders: readonly Kept<Reminder>[];
}

/** A person with their placements, certificates and their warnings, in one Query. */
export async function loadPerson(table: DistrictTable, personId: string): Promise<LoadedPerson> {
  const items = await table.queryAll({ pk: keys.person(table.context.districtId, personId) });
  const found = readOne(person, items);
  if (found === undefined) throw notFound('person');
  return {
    person: found,
    placements: readAll(placement, items),
    certificates: readAll(certificate, items),
    reminders: readAll(reminder, items),
  };
}

/**
 * The rows that follow a person: one placement per school with the name and certificate that colleagues see, and
 * the ownership of the e-mail address, which is unique in a district.
 */
export function keepFollowing(
  work: UnitOfWork,
  before: Pick<LoadedPerson, 'placements'> | null,
  after: StoredPerson,
): void {
  const kept = new Map(before?.placements.map((one) => [one.schoolId, one]));
  for (const schoolId of after.schoolIds) {
    const { personId, name, certificate, languages, freeTimes } = after;
    const willing = takesPart(after);
    const wanted = { personId, schoolId, name, certificate, willing, languages, freeTimes };
    const old = kept.get(schoolId);
    kept.delete(schoolId);
    if (old === undefined) work.create(placement, wanted);
    else if (!sameCopy(old, wanted)) work.update(placement, old, wanted);
  }
  for (const left of kept.values()) work.remove(placement, left);
}

const sameCopy = ({ rev: _, ...old }: Placement, wanted: Omit<Placement, 'rev'>): boolean =>
  Object.entries(wanted).every(
    ([field, value]) => JSON.stringify(old[field as keyof typeof old]) === JSON.stringify(value),
  );

/** Moves the ownership of an address. @throws Refusal when another person of the district has it. */
export async function moveEmail(
  table: DistrictTable,
  work: UnitOfWork,
  from: string | null,
  to: string | null,
  personId: string,
): Promise<void> {
  if (from === to) return;
  const { districtId } = table.context;
  if (from !== null) {
    const owned = await table.get(emailOwner, { pk: keys.email(districtId, from), sk: keys.word.email });
    if (owned?.personId === personId) work.remove(emailOwner, owned);
  }
  if (to === null) return;
  const taken = await table.get(emailOwner, { pk: keys.email(districtId, to), sk: keys.word.email });
  if (taken !== undefined) throw new Refusal('person.email_taken');
  work.create(emailOwner, { email: to, personId });
}

/** @throws Refusal when one of the schools does not exist in the district. */
export async function checkSchools(
  table: DistrictTable,
  { districtId }: TenantContext,
  schoolIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(schoolIds)];
  const found = await table.getMany(
    wanted.map((schoolId) => ({ pk: keys.district(districtId), sk: keys.school(schoolId) })),
  );
  if (readAll(school, found).length !== wanted.length) throw new Refusal('person.school_unknown');
}
