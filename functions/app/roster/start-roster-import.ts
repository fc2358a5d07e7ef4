import type { Files } from '#functions/app/ports.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { rosterImport } from '#functions/data/entities/roster-imports.ts';
import { mostUploadBytes, uploadKey } from './upload-key.ts';

/** Opens an import and answers the form that its file is uploaded with; reading starts when the file is there. */
export const startRosterImport: UseCase<'startRosterImport', { readonly files: Files }> = async (
  { table, newId, files },
  { districtId, now },
  { body: { fileName } },
) => {
  const importId = newId('imp');
  const upload = await files.uploadForm(uploadKey(districtId, importId), mostUploadBytes);
  const work = table.begin('roster.import_started', importId);
  work.create(rosterImport, {
    importId,
    fileName,
    status: 'waiting_for_file',
    format: null,
    startedAt: now,
    finishedAt: null,
    found: null,
    changed: null,
    notTaken: 0,
    issues: [],
    failure: null,
  });
  return work.commit({ importId, upload });
};
