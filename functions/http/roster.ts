import { filesWhenNeeded } from '#functions/adapters/files-when-needed.ts';
import { addClassList } from '#functions/app/class-lists/add-class-list.ts';
import { addExpectedStudents } from '#functions/app/class-lists/add-expected-students.ts';
import { addSchool } from '#functions/app/class-lists/add-school.ts';
import { getClassLists } from '#functions/app/class-lists/get-class-lists.ts';
import { joinHouseholds } from '#functions/app/class-lists/join-households.ts';
import { keepApart } from '#functions/app/class-lists/keep-apart.ts';
import { lookUpStudents } from '#functions/app/class-lists/look-up-students.ts';
import { mergeStudent } from '#functions/app/class-lists/merge-student.ts';
import { removeExpectedStudent } from '#functions/app/class-lists/remove-expected-student.ts';
import { getClass } from '#functions/app/roster/get-class.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { getRosterImport } from '#functions/app/roster/get-roster-import.ts';
import { listRosterImports } from '#functions/app/roster/list-roster-imports.ts';
import { listSchools } from '#functions/app/roster/list-schools.ts';
import { listStudents } from '#functions/app/roster/list-students.ts';
import { startRosterImport } from '#functions/app/roster/start-roster-import.ts';
import { readEnv } from '#functions/platform/env.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { classListRoutes } from '#shared/contract/routes/class-lists.ts';
import { rosterRoutes } from '#shared/contract/routes/roster.ts';

export const handler = httpHandler(
  { ...rosterRoutes, ...classListRoutes },
  {
    startRosterImport,
    getRosterImport,
    listRosterImports,
    listSchools,
    listStudents,
    getClass,
    getFamily,
    addSchool,
    getClassLists,
    addClassList,
    lookUpStudents,
    addExpectedStudents,
    removeExpectedStudent,
    mergeStudent,
    joinHouseholds,
    keepApart,
  },
  { files: filesWhenNeeded(readEnv('files').FILES_BUCKET) },
);
