import type { z } from 'zod';
import { AppError } from '#functions/app/errors.ts';
import { rosterProgress } from '#functions/data/entities/roster-imports.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { mostItemsAtOnce } from '#functions/data/unit-of-work.ts';
import { Issues } from '../issues.ts';
import type { Roster } from '../roster.ts';
import { RosterIds } from '../roster-ids.ts';
import { Expectations, schoolsOf } from './expectations.ts';
import { noteNotFound } from './not-found.ts';
import { addCounts, noneChanged, type Phase, phasesOf } from './plan.ts';
import type { Run, Step } from './step.ts';

export type Progress = z.infer<typeof rosterProgress.schema>;

/** Other writers change a family now and then; an import that meets them time after time gives up and is resumed. */
const mostTries = 6;

/** A second delivery of the same upload is at work: this one steps back. */
export class ImportTakenOver extends Error {
  constructor() {
    super('another run of this import is at work');
    this.name = 'ImportTakenOver';
  }
}

const progressKey = (table: DistrictTable, importId: string) => ({
  pk: keys.rosterImport(table.context.districtId, importId),
  sk: keys.word.progress,
});
export const loadProgress = (table: DistrictTable, importId: string): Promise<Kept<Progress> | undefined> =>
  table.get(rosterProgress, progressKey(table, importId));

export const firstProgress = (importId: string): Progress => ({
  importId,
  phase: 'schools',
  done: 0,
  changed: noneChanged,
  notTaken: 0,
  issues: [],
});

/**
 * Writes a roster into the district, from where `start` says that an earlier run stopped. Each transaction carries
 * its own progress: a crash loses nothing and repeats nothing, and of two runs one stops at its next step.
 * @returns what changed over all runs of this import
 * @throws ImportTakenOver when another run has moved the progress
 */
export async function applyRoster(
  table: DistrictTable,
  roster: Roster,
  year: string,
  start: Kept<Progress>,
): Promise<Kept<Progress>> {
  const run: Run = {
    table,
    roster,
    year,
    ids: new RosterIds(table.context.districtId),
    schools: await schoolsOf(table, roster),
    expectations: new Expectations(table, roster),
    students: new Map(),
    people: new Map(),
  };
  const phases = phasesOf(roster);
  const reached = phases.findIndex(({ name }) => name === start.phase);
  let progress = start;
  for (const [index, phase] of phases.entries()) {
    if (index < reached) continue;
    const from = index === reached ? start.done : 0;
    progress = await applyPhase(run, phase, from, progress);
  }
  await noteNotFound(run);
  return progress;
}

async function applyPhase(
  run: Run,
  phase: Phase,
  start: number,
  progress: Kept<Progress>,
): Promise<Kept<Progress>> {
  const decide = (from: number) => phase.decide(run, from, Math.min(from + phase.atOnce, phase.count));
  let from = start;
  let kept = progress;
  let tries = 0;
  let next = from < phase.count ? decide(from) : undefined;
  while (next !== undefined) {
    const steps = await next;
    const after = from + unitsOf(steps);
    // The next units are read while these are written.
    const ahead = after < phase.count ? decide(after) : undefined;
    ahead?.catch(() => undefined);
    try {
      for (const batch of batchesOf(steps)) {
        kept = await commit(run, phase, from, batch, kept);
        from += unitsOf(batch);
        tries = 0;
      }
      next = ahead;
    } catch (error) {
      const met = error instanceof AppError && error.code === 'CHANGED_MEANWHILE';
      tries += 1;
      if (!met || tries > mostTries) throw error;
      const now = await loadProgress(run.table, kept.importId);
      if (now === undefined || now.rev !== kept.rev) throw new ImportTakenOver();
      run.expectations.forget();
      next = decide(from);
    }
  }
  return kept;
}

const unitsOf = (steps: readonly Step[]): number => steps.filter(({ endsUnit }) => endsUnit).length;

/** Steps in order, as many together as fit one transaction beside the progress. */
function batchesOf(steps: readonly Step[]): Step[][] {
  const batches: Step[][] = [];
  let weight = 0;
  let touched = new Set<string>();
  for (const step of steps) {
    const last = batches.at(-1);
    const fits = weight + step.weight < mostItemsAtOnce && touched.isDisjointFrom(step.touched);
    if (last === undefined || !fits) {
      batches.push([step]);
      weight = step.weight;
      touched = new Set(step.touched);
    } else {
      last.push(step);
      weight += step.weight;
      for (const subject of step.touched) touched.add(subject);
    }
  }
  return batches;
}

async function commit(
  run: Run,
  phase: Phase,
  from: number,
  batch: readonly Step[],
  before: Kept<Progress>,
): Promise<Kept<Progress>> {
  const issues = new Issues({ count: before.notTaken, kept: before.issues });
  let { changed } = before;
  for (const step of batch) {
    changed = addCounts(changed, step.changed);
    for (const issue of step.issues) issues.add(...issue);
  }
  // Nothing to write is nothing to remember: reading these units again costs less than a write.
  if (batch.every((step) => step.weight === 0) && issues.count === before.notTaken) return before;
  const work = run.table.beginStep(before.importId);
  const { rev: _, ...value } = before;
  const after: Progress = {
    ...value,
    phase: phase.name,
    done: from + unitsOf(batch),
    changed,
    notTaken: issues.count,
    issues: [...issues.kept],
  };
  const kept = work.update(rosterProgress, before, after);
  for (const step of batch) step.into(work);
  return work.commit(kept);
}
