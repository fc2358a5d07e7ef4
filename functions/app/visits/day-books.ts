import { dayBook } from '#functions/data/entities/visits.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import {
  booked,
  type DayBook,
  emptyDay,
  isTaken,
  refuseBusy,
  released,
} from '#shared/domain/visit/day-book.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

type Booked = Pick<Visit, 'visitId' | 'startsAt' | 'minutes' | 'localDate'>;
const nameOf = (owner: string, day: string): string => `${owner} ${day}`;

/**
 * The day books that a command touches: read once, changed here, written with the command's own transaction at the
 * revisions that were read.
 */
export class DayBooks {
  readonly #before: ReadonlyMap<string, Kept<DayBook>>;
  readonly #after = new Map<string, DayBook>();

  private constructor(found: readonly Kept<DayBook>[]) {
    this.#before = new Map(found.map((book) => [nameOf(book.owner, book.day), book]));
  }

  /** Opens the books of people and families (ids) on local days: one read. */
  static async open(table: DistrictTable, owners: readonly string[], days: readonly string[]) {
    const { districtId } = table.context;
    const wanted = [...new Set(owners)].flatMap((owner) =>
      [...new Set(days)].map((day) => dayBook.keys(districtId, emptyDay(owner, day))),
    );
    return new DayBooks(readAll(dayBook, await table.getMany(wanted.map(({ pk, sk }) => ({ pk, sk })))));
  }

  /**
   * Takes the hour of each owner (ids) for the visit.
   * @throws Refusal that says who has another visit in that hour, in the words of the asker.
   */
  book(owners: readonly string[], visit: Booked & Pick<Visit, 'team'>, asker: string): void {
    const days = owners.map((owner) => this.#of(owner, visit.localDate));
    refuseBusy(
      days.filter((day) => isTaken(day, visit)).map(({ owner }) => owner),
      visit.team,
      asker,
    );
    for (const day of days) this.#set(booked(day, visit));
  }

  release(owner: string, visit: Pick<Visit, 'visitId' | 'localDate'>): void {
    this.#set(released(this.#of(owner, visit.localDate), visit.visitId));
  }

  keep(work: UnitOfWork): void {
    for (const [name, after] of this.#after) {
      const before = this.#before.get(name);
      if (before === undefined) {
        if (after.appointments.length > 0) work.create(dayBook, after);
      } else if (JSON.stringify(before.appointments) !== JSON.stringify(after.appointments))
        work.update(dayBook, before, after);
    }
  }

  #of(owner: string, day: string): DayBook {
    const name = nameOf(owner, day);
    const {
      owner: of,
      day: on,
      appointments,
    } = this.#after.get(name) ?? this.#before.get(name) ?? emptyDay(owner, day);
    return { owner: of, day: on, appointments };
  }

  #set(book: DayBook): void {
    this.#after.set(nameOf(book.owner, book.day), book);
  }
}

/** Everybody whose hour a visit takes: those of its team who have not said no, and the family. */
export const whoseHour = ({ team, familyId }: Pick<Visit, 'team' | 'familyId'>): string[] => [
  ...team.filter(({ answer }) => answer !== 'no').map(({ personId }) => personId),
  familyId,
];
