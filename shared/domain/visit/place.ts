import type { PolicySettings, VisitType } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';

/** Words by which a school's own grounds are named, in the languages a place is written in (I9). */
const schoolGrounds =
  /\b(schools?(?!\s+(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr)\b)|classrooms?|campus|cafeteria|gymnasium|principal['’]s office|escuelas?|salon de clases?|aula|colegio|primaria|secundaria|preparatoria)\b/;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** True when the name speaks of a school's own grounds, which are no neutral place (I9). */
export const namesSchoolGrounds = (place: string): boolean => schoolGrounds.test(folded(place));

/**
 * The place as a visit keeps it: the name of a neutral place, and nothing for a home or a video call, so that a home
 * address can never slip in.
 * @throws Refusal (I9)
 */
export function placeOf(
  { type, place }: { readonly type: VisitType; readonly place: string | null },
  settings: PolicySettings,
): string | null {
  const named = place === null || place === '' ? null : place;
  refuseUnless(settings.visitTypes.includes(type), 'visit.type_not_allowed');
  refuseUnless(type !== 'neutral' || named !== null, 'visit.place_missing');
  refuseUnless(type === 'neutral' || named === null, 'visit.place_not_kept');
  refuseUnless(named === null || !namesSchoolGrounds(named), 'visit.school_grounds');
  return named;
}
