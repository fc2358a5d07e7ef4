import { schoolNamesFor } from '#functions/app/visits/school-names.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { WishesForm } from '#shared/contract/routes/pages.ts';
import type { Wishes } from '#shared/domain/family/model.ts';
import { timesOfBoxes } from '#shared/domain/family/parts-of-day.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { namesSchoolGrounds } from '#shared/domain/visit/place.ts';

/**
 * What would suit the family, out of its form. A place is kept for a neutral place only: a home address that is
 * written there for another kind of visit is dropped before it is stored.
 * @throws Refusal `visit.school_grounds` (I9)
 */
export async function wishesOf(table: DistrictTable, form: WishesForm): Promise<Wishes> {
  const place = form.type === 'neutral' && form.place !== '' ? form.place : null;
  const schoolNames = place === null ? [] : await schoolNamesFor(table, form);
  refuseUnless(place === null || !namesSchoolGrounds(place, schoolNames), 'visit.school_grounds');
  return {
    times: timesOfBoxes(form.times),
    type: form.type === '' ? null : form.type,
    place,
    interpreter: form.interpreter === '' ? null : form.interpreter,
    note: form.note === '' ? null : form.note,
    at: table.now,
  };
}
