import * as z from 'zod';
import { PersonId, TrainingId } from '../../domain/ids.ts';
import { LocalDate } from '../../domain/time/local-date.ts';
import { Attendance, Training, TrainingTitle } from '../../domain/training/model.ts';
import { route } from '../route.ts';
import { Page, pageOf } from '../views.ts';

const params = z.object({ trainingId: TrainingId });

/** One transaction certifies at most this many people; a longer list is sent in several requests. */
export const maxCompletionsAtOnce = 20;

export const trainingRoutes = {
  listTrainings: route({
    method: 'GET',
    path: '/trainings',
    group: 'trainings',
    summary: 'Trainings, newest first',
    scope: 'tenant',
    can: ['training:manage'],
    query: z.object(Page),
    response: pageOf(Training),
    errors: [],
    data: 'read',
  }),
  getTraining: route({
    method: 'GET',
    path: '/trainings/{trainingId}',
    group: 'trainings',
    summary: 'A training and who completed it',
    scope: 'tenant',
    can: ['training:manage'],
    params,
    response: Training.extend({ attendees: z.array(Attendance) }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  recordTraining: route({
    method: 'POST',
    path: '/trainings',
    group: 'trainings',
    summary: 'Record a training that was held',
    scope: 'tenant',
    can: ['training:manage'],
    body: z.strictObject({ title: TrainingTitle, heldOn: LocalDate }),
    response: Training,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  recordCompletions: route({
    method: 'POST',
    path: '/trainings/{trainingId}/completions',
    group: 'trainings',
    summary: 'Record who completed it: each becomes certified from the day it was held',
    scope: 'tenant',
    can: ['training:manage'],
    params,
    body: z.strictObject({ personIds: z.array(PersonId).min(1).max(maxCompletionsAtOnce) }),
    response: Training,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
