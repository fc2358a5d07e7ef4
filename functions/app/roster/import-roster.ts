import { todayIn } from '#functions/app/district-rules.ts';
import { rosterImport, rosterProgress } from '#functions/data/entities/roster-imports.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings, type Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import type { RosterImport } from '#shared/domain/roster/model.ts';
import { applyRoster, firstProgress, loadProgress, type Progress } from './apply/apply-roster.ts';
import { Issues } from './issues.ts';
import { readRoster } from './read-roster.ts';
import { type Roster, RosterRefused } from './roster.ts';
import type { RosterUploads } from './roster-files.ts';
import { uploadKey } from './upload-key.ts';

export interface ImportPorts {
  readonly table: DistrictTable;
  readonly uploads: RosterUploads;
  /** The present instant, UTC: an import takes minutes. */
  readonly clock: () => string;
}

/**
 * Reads an upload and writes it into the district. Delivered twice, it ends where the first ended; after a crash it
 * goes on where the last step was written. A file that cannot be used ends the import with one sentence.
 * @returns the import as it ended, or null when there is nothing to do: unknown, or done before
 * @throws whatever is worth another try
 */
export async function importRoster(
  { table, uploads, clock }: ImportPorts,
  importId: string,
): Promise<RosterImport | null> {
  const { districtId } = table.context;
  const key = { pk: keys.rosterImport(districtId, importId), sk: keys.word.import };
  const before = await table.get(rosterImport, key);
  if (before === undefined || before.status === 'done' || before.status === 'failed') return null;

  const settings = await readSettings(table);
  const today = todayIn(settings, clock());
  const year = yearFor(settings, today);
  if (year === null)
    return refuse(
      table,
      before,
      'The district has no school year for today or later. Add the school year in the settings, then upload the roster again.',
      clock(),
    );
  let roster: Roster;
  try {
    roster = await readUpload(uploads, uploadKey(districtId, importId), today);
  } catch (error) {
    if (!(error instanceof RosterRefused)) throw error;
    return refuse(table, before, error.message, clock());
  }
  const { reading, progress } = await begin(table, before, roster);
  const applied = await applyRoster(table, roster, year.year, progress);
  return finish(table, reading, applied, clock());
}

/**
 * Ends an import that failed time after time for a reason on our side: the district must not wait for it for ever.
 * What was written stays, and the same file uploaded again goes on from there, since what is here already is met.
 */
export async function giveUpImport(
  { table, clock }: Omit<ImportPorts, 'uploads'>,
  importId: string,
): Promise<void> {
  const key = { pk: keys.rosterImport(table.context.districtId, importId), sk: keys.word.import };
  const before = await table.get(rosterImport, key);
  if (before === undefined || before.status === 'done' || before.status === 'failed') return;
  await refuse(
    table,
    before,
    'Something went wrong on our side, and we have been told. What was read so far is kept; upload the same file again later.',
    clock(),
    await loadProgress(table, importId),
  );
}

/** The year that holds today; before the first one opens, the next. */
function yearFor({ schoolYears }: Settings, today: string): SchoolYear | null {
  const coming = schoolYears
    .filter(({ opensOn }) => today < opensOn)
    .sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1));
  return schoolYearOn(schoolYears, today) ?? coming[0] ?? null;
}

async function readUpload(uploads: RosterUploads, key: string, today: string): Promise<Roster> {
  const upload = await uploads.open(key);
  try {
    return await readRoster(upload, today);
  } finally {
    await upload.close();
  }
}

/** Writes what was read, once, or takes up the progress of a run that did. */
async function begin(
  table: DistrictTable,
  before: Kept<RosterImport>,
  roster: Roster,
): Promise<{ reading: Kept<RosterImport>; progress: Kept<Progress> }> {
  const progress = await loadProgress(table, before.importId);
  if (progress !== undefined) return { reading: before, progress };
  const { rev: _, ...value } = before;
  const { format, found, notTaken, issues } = roster;
  const work = table.beginStep(before.importId);
  const reading = work.update(rosterImport, before, {
    ...value,
    status: 'reading',
    format,
    found,
    notTaken,
    issues: [...issues],
  });
  return work.commit({ reading, progress: work.create(rosterProgress, firstProgress(before.importId)) });
}

function refuse(
  table: DistrictTable,
  before: Kept<RosterImport>,
  failure: string,
  finishedAt: string,
  progress?: Kept<Progress>,
): Promise<RosterImport> {
  const { rev: _, ...value } = before;
  const work = table.begin('roster.refused', before.importId);
  if (progress !== undefined) work.remove(rosterProgress, progress);
  return work.commit(work.update(rosterImport, before, { ...value, status: 'failed', failure, finishedAt }));
}

/** One audit entry for the whole import, with its end. */
function finish(
  table: DistrictTable,
  reading: Kept<RosterImport>,
  applied: Kept<Progress>,
  finishedAt: string,
): Promise<RosterImport> {
  const issues = new Issues({ count: reading.notTaken, kept: reading.issues });
  for (const { file, line, reason } of applied.issues) issues.add(file, line, reason);
  const { rev: _, ...value } = reading;
  const work = table.begin('roster.imported', reading.importId);
  const done = work.update(rosterImport, reading, {
    ...value,
    status: 'done',
    finishedAt,
    changed: applied.changed,
    notTaken: reading.notTaken + applied.notTaken,
    issues: [...issues.kept],
  });
  work.remove(rosterProgress, applied);
  return work.commit(done);
}
