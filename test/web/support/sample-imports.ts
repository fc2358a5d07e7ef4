import type { Answer } from '#shared/contract/client.ts';
import { sampleId } from './sample-people.ts';

type Import = Answer<'getRosterImport'>;

/** A roster import at its end. */
export const doneImport: Import = {
  importId: sampleId('imp', 1),
  fileName: 'prairie-view-2026.zip',
  status: 'done',
  format: 'oneroster-1.1',
  startedAt: '2026-11-20T16:04:00Z',
  finishedAt: '2026-11-20T16:05:00Z',
  found: { schools: 3, staff: 42, students: 1_204, guardians: 1_870, classes: 61, enrollments: 7_122 },
  changed: { schools: 3, staff: 42, students: 1_200, guardians: 1_866, classes: 61, enrollments: 7_110 },
  notTaken: 3,
  issues: [
    { file: 'users.csv', line: 118, reason: 'The person has no name. Add givenName and familyName.' },
    { file: 'enrollments.csv', line: 2_041, reason: 'There is no class with this id in classes.csv.' },
    { file: 'demographics.csv', line: null, reason: 'This file is not needed, so it was not read.' },
  ],
  failure: null,
};

/** The same one on its way. */
export const readingImport: Import = {
  ...doneImport,
  status: 'reading',
  finishedAt: null,
  found: null,
  changed: null,
  notTaken: 0,
  issues: [],
};

/** One that could not be read. */
export const failedImport: Import = {
  ...readingImport,
  status: 'failed',
  format: null,
  finishedAt: '2026-11-20T16:05:00Z',
  failure:
    'The zip looks like a Microsoft SDS v1 export, but Section.csv is missing. Add the missing files and upload again.',
};

/** An import as the list of imports shows it. */
export function withoutIssues({ issues: _, ...row }: Import): Answer<'listRosterImports'>['items'][number] {
  return row;
}
