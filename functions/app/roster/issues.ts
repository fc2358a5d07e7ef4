import type { RosterIssue } from '#shared/domain/roster/model.ts';

const mostKept = 200;
/** One repeated fault must not hide the others from the list. */
const mostOfOneReason = 40;

/** Collects rows that were not taken: all are counted, the first of each reason are kept. Never a row's values. */
export class Issues {
  readonly #kept: RosterIssue[] = [];
  readonly #ofReason = new Map<string, number>();
  #count: number;

  constructor(already: { readonly count: number; readonly kept: readonly RosterIssue[] } | null = null) {
    this.#count = already?.count ?? 0;
    for (const issue of already?.kept ?? []) this.#keep(issue);
  }

  add(file: string, line: number | null, reason: string): void {
    this.#count += 1;
    this.#keep({ file, line, reason });
  }

  #keep(issue: RosterIssue): void {
    const key = `${issue.file} ${issue.reason}`;
    const seen = this.#ofReason.get(key) ?? 0;
    this.#ofReason.set(key, seen + 1);
    if (seen < mostOfOneReason && this.#kept.length < mostKept) this.#kept.push(issue);
  }

  get count(): number {
    return this.#count;
  }
  get kept(): readonly RosterIssue[] {
    return this.#kept;
  }
}
