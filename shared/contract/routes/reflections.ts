import * as z from 'zod';
import { PersonId, StudentId, VisitId } from '../../domain/ids.ts';
import { LookBack, Reflection, ReflectionVersion, ReflectionWords } from '../../domain/reflection/model.ts';
import { route } from '../route.ts';
import { Page, pageOf, Rev } from '../views.ts';

const reflectionParams = z.object({ visitId: VisitId, studentId: StudentId });
const Written = z.object({ reflection: Reflection.extend({ rev: Rev }) });
const Version = ReflectionVersion.pick({
  version: true,
  words: true,
  lookBack: true,
  takenFrom: true,
  writtenAt: true,
});

/** Every one of them is about the reader's own reflection: no parameter can name another author's. */
export const reflectionRoutes = {
  getMyReflection: route({
    method: 'GET',
    path: '/visits/{visitId}/students/{studentId}/reflection',
    group: 'visits',
    summary: 'The reader’s own reflection, and words a colleague offers because they were written together',
    scope: 'tenant',
    can: ['reflection:write'],
    params: reflectionParams,
    response: Written.extend({
      /** The number of the visit decides which prompts are shown first. */
      visitNumber: z.int(),
      words: ReflectionWords.nullable(),
      lookBack: LookBack.nullable(),
      offered: z.array(z.object({ personId: PersonId, name: z.string(), words: ReflectionWords })),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  writeReflection: route({
    method: 'PUT',
    path: '/visits/{visitId}/students/{studentId}/reflection',
    group: 'visits',
    summary: 'Write or edit one’s own reflection; earlier versions are kept (I19)',
    scope: 'tenant',
    can: ['reflection:write'],
    params: reflectionParams,
    body: z.strictObject({ words: ReflectionWords, together: z.boolean(), rev: Rev }),
    // No words in an answer that is kept for repeats: they lie in their own rows and nowhere else (I20).
    response: Written,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  takeOverReflection: route({
    method: 'POST',
    path: '/visits/{visitId}/students/{studentId}/reflection/takeover',
    group: 'visits',
    summary: 'Words that a colleague offers as written together become one’s own reflection too (I18)',
    scope: 'tenant',
    can: ['reflection:write'],
    params: reflectionParams,
    body: z.strictObject({ from: PersonId, rev: Rev }),
    response: Written,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  writeLookBack: route({
    method: 'PUT',
    path: '/visits/{visitId}/students/{studentId}/reflection/look-back',
    group: 'visits',
    summary: 'Some weeks later: how it went with what one wanted to try in class',
    scope: 'tenant',
    can: ['reflection:write'],
    params: reflectionParams,
    body: z.strictObject({ lookBack: LookBack, rev: Rev }),
    response: Written,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  listReflectionVersions: route({
    method: 'GET',
    path: '/visits/{visitId}/students/{studentId}/reflection/versions',
    group: 'visits',
    summary: 'Every version of one’s own reflection, newest first (I19)',
    scope: 'tenant',
    can: ['reflection:write'],
    params: reflectionParams,
    query: z.object(Page),
    response: pageOf(Version),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
};
