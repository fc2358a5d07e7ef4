import { todayIn } from '#functions/app/district-rules.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { familyStudent } from '#functions/data/entities/roster.ts';
import { dayBook } from '#functions/data/entities/visits.ts';
import { isOf, read } from '#functions/data/entity.ts';
import type { Settings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { Writes, type WritesFor } from './rename.ts';

/**
 * Which rows of siblings a large merge may leave to its task. Who asked to be left alone, who answered what and what is
 * still ahead is never among them: by those somebody may decide in the very next moment.
 */
export class WhatFollows {
  /** Each with the rows that belong together. */
  readonly writes: Writes[] = [];
  readonly #today: string;
  readonly #year: string;
  readonly #pair: readonly string[];
  readonly #now: Writes;

  /** `pair` are the two records that become one, `now` what is written with the merge itself. */
  constructor(settings: Settings, instant: string, pair: readonly string[], now: Writes) {
    this.#today = todayIn(settings, instant);
    this.#year = newestYear(settings.schoolYears, this.#today)?.year ?? '';
    this.#pair = pair;
    this.#now = now;
  }

  /** Rows of the family that goes: days that are over, hopes of siblings, and who its students were. */
  readonly family: WritesFor = (item) =>
    isOf(familyStudent, item) ||
    (isOf(dayBook, item) && read(dayBook, item).day < this.#today) ||
    (isOf(hopes, item) && !this.#pair.includes(read(hopes, item).studentId))
      ? this.sibling()
      : this.#now;

  /** Where siblings stood in years that are over. */
  readonly standing: WritesFor<StudentYear> = ({ studentId, year }) =>
    year < this.#year && !this.#pair.includes(studentId) ? this.sibling() : this.#now;

  /** A row of a sibling's that may always follow. */
  readonly sibling = (): Writes => {
    const own = new Writes();
    this.writes.push(own);
    return own;
  };
}
