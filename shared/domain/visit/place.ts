import { refuseDutyWords } from '../duty-words/refuse-duty.ts';
import type { PolicySettings, VisitType } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { readsAsAddress } from './home-address.ts';

/** Words by which a school's own grounds are named, in the languages a place is written in (I9). */
const words = [
  // A street may be named after a school, and what stands in it is none.
  '(?:(?:pre-?|high|middle|grade)?schools?|elem(?:entary)?)(?!\\s+(?:street|st|road|rd|lane|ln|avenue|ave|drive|dr)\\b)',
  'school(?:yard|house|room|grounds)s?',
  'kindergartens?',
  'class\\s?rooms?',
  'campus',
  'cafeteria',
  'gymnasium',
  "principal['’]s office",
  'escuelas?',
  'preescolar',
  'escolar',
  'plantel',
  'salon(?:es)? de clases?',
  'aulas?',
  'colegios?',
  'primaria',
  'secundaria',
  'preparatoria',
];
const schoolGrounds = new RegExp(`\\b(?:${words.join('|')})\\b`);

/** Letters without case and accents, and nothing that cannot be seen between them. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();

/** Words alone, one blank between and around them, so that only whole words are found. */
const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/**
 * True when the name speaks of a school's own grounds, which are no neutral place (I9): by what all schools are called,
 * or by the name of one of the district's, as people shorten it: `Roosevelt High`, `Oak Academy`.
 */
export function namesSchoolGrounds(place: string, schoolNames: readonly string[]): boolean {
  const text = folded(place);
  const own = schoolNames
    // What is left of `Oak Street School` without its last word is a street as well, and no school.
    .map((name) => spaced(folded(name)).replace(/(?<= (?:high|middle|primary|intermediate)) school $/, ' '))
    // A school called by one word shares it with parks and libraries.
    .filter((name) => name.trim().includes(' '));
  return schoolGrounds.test(text) || own.some((name) => spaced(text).includes(name));
}

/**
 * The place as a visit keeps it: the name of a neutral place, and nothing for a home or a video call, so that a home
 * address can never slip in. The family reads it on its page and in mails.
 * @throws Refusal (I9, I15)
 */
export function placeOf(
  { type, place }: { readonly type: VisitType; readonly place: string | null },
  { settings, schoolNames }: { readonly settings: PolicySettings; readonly schoolNames: readonly string[] },
): string | null {
  const named = place === null || place === '' ? null : place;
  refuseUnless(settings.visitTypes.includes(type), 'visit.type_not_allowed');
  refuseUnless(type !== 'neutral' || named !== null, 'visit.place_missing');
  refuseUnless(type === 'neutral' || named === null, 'visit.place_not_kept');
  refuseUnless(named === null || !namesSchoolGrounds(named, schoolNames), 'visit.school_grounds');
  refuseUnless(named === null || !readsAsAddress(folded(named)), 'visit.place_is_address');
  refuseDutyWords(named);
  return named;
}
