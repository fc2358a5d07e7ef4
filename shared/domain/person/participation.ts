import { may } from '../access/permissions.ts';
import type { Person } from './model.ts';

/** What is known of a person who was never asked: it takes their own yes to take part (CP1). */
export const notAskedYet: Pick<Person, 'participation' | 'languages' | 'freeTimes'> = {
  participation: null,
  languages: [],
  freeTimes: [],
};

/** True while the person has a role in which a request can be answered. */
export const mayVisit = ({ roles }: Pick<Person, 'roles'>): boolean => may(roles, 'visit:answer');

/**
 * True when the person said yes, has not taken it back, and still has a role in which a request can be answered:
 * whoever moved to an office or left is asked by nobody, since no answer could come.
 */
export const takesPart = (person: Pick<Person, 'participation' | 'roles'>): boolean =>
  person.participation?.answer === 'yes' && mayVisit(person);
