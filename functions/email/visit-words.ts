import type { Visit } from '#shared/domain/visit/model.ts';
import type { Block } from './blocks.ts';
import { dayInWords, namesInWords, timeInWords } from './local-words.ts';
import type { MailLanguage } from './mail-language.ts';
import type { Say } from './words.ts';

/** What mail and calendars may know of a visit. There is no address among it, by type (DOMAIN 6). */
export type MailedVisit = Pick<
  Visit,
  | 'visitId'
  | 'type'
  | 'place'
  | 'startsAt'
  | 'minutes'
  | 'timeZone'
  | 'localDate'
  | 'students'
  | 'team'
  | 'sequence'
  | 'stoodSince'
  | 'status'
>;

/** True when the reader may have heard of the visit before as one that stands. */
export const isChanged = ({ sequence, stoodSince }: MailedVisit): boolean =>
  stoodSince !== null && sequence > stoodSince;

/** Given names of the students, `Maya and Leo`. */
export function studentNames(visit: MailedVisit, language: MailLanguage): string {
  return namesInWords(
    visit.students.map(({ givenName }) => givenName),
    language,
  );
}

/** Only a neutral place has a name; the home is never located. */
export function placeInWords(visit: MailedVisit, say: Say): string {
  if (visit.type === 'home') return say('place.home');
  if (visit.type === 'virtual') return say('place.virtual');
  return visit.place ?? say('place.neutral');
}

/** The same, said to the family whose home it is. */
export function familyPlace(visit: MailedVisit, say: Say): string {
  if (visit.type === 'home') return say('familyVisit.atHome');
  if (visit.type === 'virtual') return say('familyVisit.byVideo');
  return visit.place ?? say('familyVisit.atPlace');
}

/** When, where and who, as a small table. */
export function visitFacts(
  visit: MailedVisit,
  language: MailLanguage,
  say: Say,
  place: string = placeInWords(visit, say),
): Block {
  const when = say('visit.minutes', {
    day: dayInWords(visit.localDate, language),
    time: timeInWords(visit.startsAt, visit.timeZone, language),
    minutes: visit.minutes,
  });
  return {
    kind: 'facts',
    rows: [
      { label: say('visit.when'), value: when },
      { label: say('visit.where'), value: place },
      {
        label: say('visit.who'),
        value: namesInWords(
          visit.team.filter(({ answer }) => answer !== 'no').map(({ name }) => name),
          language,
        ),
      },
    ],
  };
}
