import type { Person } from './model.ts';

/** What is known of a person who was never asked: it takes their own yes to take part (CP1). */
export const notAskedYet: Pick<Person, 'participation' | 'languages' | 'freeTimes'> = {
  participation: null,
  languages: [],
  freeTimes: [],
};

/** True when the person said yes, and has not taken it back. */
export const takesPart = ({ participation }: Pick<Person, 'participation'>): boolean =>
  participation?.answer === 'yes';
