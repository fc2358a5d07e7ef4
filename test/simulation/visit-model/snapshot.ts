import type { Item, Kept } from '#functions/data/entity.ts';
import type { Claim } from '#shared/domain/claim/model.ts';
import type { Invitation, StudentYear } from '#shared/domain/family/model.ts';
import type { Person } from '#shared/domain/person/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import type { DayBook } from '#shared/domain/visit/day-book.ts';
import type { Visit, VisitMember } from '#shared/domain/visit/model.ts';

/** Everything stored about the households of one story, and about the people who visit them. */
export interface Snapshot {
  readonly now: string;
  readonly visits: Kept<Visit>[];
  readonly members: Kept<VisitMember>[];
  readonly standings: Kept<StudentYear>[];
  readonly invitations: Kept<Invitation>[];
  readonly reflections: Kept<Reflection>[];
  readonly claims: Kept<Claim>[];
  readonly dayBooks: Kept<DayBook>[];
  readonly people: Kept<Person>[];
  /** Every item as it lies in the table: who said what must be found nowhere else (I20). */
  readonly items: readonly Item[];
}

const all = <T>(items: readonly Item[], type: string): Kept<T>[] =>
  items.filter(({ et }) => et === type).map(({ data, rev }) => ({ ...(data as T), rev }));

export const snapshotOf = (items: readonly Item[], now: string): Snapshot => ({
  now,
  items,
  visits: all<Visit>(items, 'visit'),
  members: all<VisitMember>(items, 'visitMember'),
  standings: all<StudentYear>(items, 'studentYear'),
  invitations: all<Invitation>(items, 'invitation'),
  reflections: all<Reflection>(items, 'reflection'),
  claims: all<Claim>(items, 'claim'),
  dayBooks: all<DayBook>(items, 'dayBook'),
  people: all<Person>(items, 'person'),
});
