import * as z from 'zod';
import { PersonId, RosterImportId } from '#shared/domain/ids.ts';
import { RosterCounts, RosterImport, RosterIssue } from '#shared/domain/roster/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const rosterImport = entity({
  type: 'rosterImport',
  version: 1,
  schema: RosterImport,
  keys: (t, { importId, startedAt }) => ({
    pk: keys.rosterImport(t, importId),
    sk: keys.word.import,
    gsi1pk: keys.rosterImports(t),
    gsi1sk: keys.byDay(startedAt, importId),
  }),
});

/** How far an import has come: written with every step, so that a crashed import goes on where it stopped. */
export const rosterProgress = entity({
  type: 'rosterProgress',
  version: 1,
  schema: z.object({
    importId: RosterImportId,
    phase: z.enum(['schools', 'staff', 'households', 'classes']),
    /** Units of the phase that are done. */
    done: z.int(),
    changed: RosterCounts,
    /** What could not be applied, in addition to what could not be read. */
    notTaken: z.int(),
    issues: z.array(RosterIssue),
  }),
  keys: (t, { importId }) => ({ pk: keys.rosterImport(t, importId), sk: keys.word.progress }),
});

/** A person of the roster who was in the district before, under another id: known by the e-mail address once. */
export const rosterAlias = entity({
  type: 'rosterAlias',
  version: 1,
  schema: z.object({ rosterPersonId: PersonId, personId: PersonId }),
  keys: (t, { rosterPersonId }) => ({ pk: keys.person(t, rosterPersonId), sk: keys.word.roster }),
});
