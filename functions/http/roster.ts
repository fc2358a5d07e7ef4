import { filesWhenNeeded } from '#functions/adapters/files-when-needed.ts';
import { getClass } from '#functions/app/roster/get-class.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { getRosterImport } from '#functions/app/roster/get-roster-import.ts';
import { listRosterImports } from '#functions/app/roster/list-roster-imports.ts';
import { listSchools } from '#functions/app/roster/list-schools.ts';
import { listStudents } from '#functions/app/roster/list-students.ts';
import { startRosterImport } from '#functions/app/roster/start-roster-import.ts';
import { readEnv } from '#functions/platform/env.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { rosterRoutes } from '#shared/contract/routes/roster.ts';

export const handler = httpHandler(
  rosterRoutes,
  { startRosterImport, getRosterImport, listRosterImports, listSchools, listStudents, getClass, getFamily },
  { files: filesWhenNeeded(readEnv('files').FILES_BUCKET) },
);
