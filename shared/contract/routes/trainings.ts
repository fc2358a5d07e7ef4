import * as z from 'zod';
import { PersonId, SchoolId, TrainingId } from '../../domain/ids.ts';
import { Certificate } from '../../domain/person/model.ts';
import { LocalDate } from '../../domain/time/local-date.ts';
import { notCertifiedReasons } from '../../domain/training/certify.ts';
import {
  Attendance,
  AttendanceStatus,
  Training,
  TrainingKind,
  TrainingPlan,
  TrainingTitle,
} from '../../domain/training/model.ts';
import { route } from '../route.ts';
import { Page, pageOf, Rev } from '../views.ts';

const params = z.object({ trainingId: TrainingId });
const TrainingView = Training.extend({ rev: Rev });

/** One transaction certifies at most this many people; a longer list is sent in several requests. */
export const maxCompletionsAtOnce = 20;

/** What is set when a training is planned, or changed before it is held. */
const Plan = {
  title: TrainingTitle,
  heldOn: LocalDate,
  ...TrainingPlan.pick({ time: true, minutes: true, place: true, seats: true }).shape,
};

/** The first day on which the certificate may be renewed, and its last day (I31). */
const RenewalWindow = z.object({ from: LocalDate, until: LocalDate });

/** One person and one training. */
const OwnTraining = z.object({
  training: TrainingView,
  status: AttendanceStatus,
  minutes: Attendance.shape.minutes,
});

const History = z.object({
  certificate: Certificate.nullable(),
  renewal: RenewalWindow.nullable(),
  /** Every certificate there ever was, newest first. */
  certificates: z.array(Certificate),
  /** What the person signed up for or took part in, newest first. */
  trainings: z.array(OwnTraining),
});

export const trainingRoutes = {
  listTrainings: route({
    method: 'GET',
    path: '/trainings',
    group: 'trainings',
    summary: 'Trainings, newest first',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    query: z.object(Page),
    response: pageOf(TrainingView),
    errors: [],
    data: 'read',
  }),
  getTraining: route({
    method: 'GET',
    path: '/trainings/{trainingId}',
    group: 'trainings',
    summary: 'A training, who signed up and who completed it',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    params,
    response: TrainingView.extend({
      attendees: z.array(Attendance),
      /** It can be written down who was there, and nothing of the plan changes any more. */
      begun: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  recordTraining: route({
    method: 'POST',
    path: '/trainings',
    group: 'trainings',
    summary: 'Record a training that was held',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    body: z.strictObject({
      title: TrainingTitle,
      heldOn: LocalDate,
      kind: TrainingKind.default('initial'),
      schoolId: SchoolId.nullable().default(null),
    }),
    response: TrainingView,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  planTraining: route({
    method: 'POST',
    path: '/trainings/planned',
    group: 'trainings',
    summary: 'Plan a training for which people sign up',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    body: z.strictObject({ ...Plan, kind: TrainingKind, schoolId: SchoolId.nullable() }),
    response: TrainingView,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  changeTraining: route({
    method: 'PUT',
    path: '/trainings/{trainingId}/plan',
    group: 'trainings',
    summary: 'Change when and where a planned training is held; everybody who signed up is told',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    params,
    body: z.strictObject({ ...Plan, rev: Rev }),
    response: TrainingView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  cancelTraining: route({
    method: 'POST',
    path: '/trainings/{trainingId}/cancellation',
    group: 'trainings',
    summary: 'Cancel a planned training; everybody who signed up is told',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    params,
    body: z.strictObject({ rev: Rev }),
    response: TrainingView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  recordCompletions: route({
    method: 'POST',
    path: '/trainings/{trainingId}/completions',
    group: 'trainings',
    summary: 'Record who was there; whoever completed it becomes certified from the day it was held',
    scope: 'tenant',
    can: ['training:manage', 'training:record'],
    params,
    body: z.strictObject({
      personIds: z.array(PersonId).min(1).max(maxCompletionsAtOnce),
      outcome: AttendanceStatus.extract(['completed', 'attended', 'absent']).default('completed'),
      /** How long each of them was there; null where nobody wrote it down. */
      minutes: Attendance.shape.minutes.default(null),
    }),
    response: TrainingView.extend({
      /** Those whom this training cannot certify on its day, each with the reason; nothing was recorded for them. */
      refused: z.array(
        z.object({
          personId: PersonId,
          name: z.string(),
          because: z.enum(notCertifiedReasons),
          certificate: Certificate.nullable(),
          renewal: RenewalWindow.nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  signUpForTraining: route({
    method: 'POST',
    path: '/trainings/{trainingId}/sign-up',
    group: 'trainings',
    summary: 'Sign oneself up; once the seats are taken, for the waiting list',
    scope: 'tenant',
    can: ['training:attend'],
    params,
    body: z.strictObject({}),
    response: OwnTraining,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  withdrawFromTraining: route({
    method: 'POST',
    path: '/trainings/{trainingId}/withdrawal',
    group: 'trainings',
    summary: 'Give one’s seat back; whoever waits longest moves up and is told',
    scope: 'tenant',
    can: ['training:attend'],
    params,
    body: z.strictObject({}),
    response: TrainingView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  getMyTrainings: route({
    method: 'GET',
    path: '/me/trainings',
    group: 'trainings',
    summary: 'One’s own certificate and trainings, and those one can sign up for',
    scope: 'tenant',
    can: ['training:attend'],
    response: History.extend({
      upcoming: z.array(
        z.object({
          training: TrainingView,
          /** One’s own place in it. */
          status: AttendanceStatus.nullable(),
          /** Why it would give no certificate on its day. */
          because: z.enum(notCertifiedReasons).nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  getTrainingHistory: route({
    method: 'GET',
    path: '/people/{personId}/trainings',
    group: 'trainings',
    summary: 'Certificates and trainings of one person',
    scope: 'tenant',
    can: ['training:manage'],
    params: z.object({ personId: PersonId }),
    response: History.extend({ name: z.string() }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
};
