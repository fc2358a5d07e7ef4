import * as z from 'zod';
import { SchoolYearId } from '../../domain/district/model.ts';
import { InvitationStatus } from '../../domain/family/model.ts';
import { ClassId, FamilyId, SchoolId, StudentId } from '../../domain/ids.ts';
import { lanes } from '../../domain/queue/fair-queue.ts';
import { route } from '../route.ts';

/** A family in the order. Only names: there is nothing here by which one could be chosen (I13). */
const QueuedFamily = z.object({
  familyId: FamilyId,
  invitation: InvitationStatus,
  students: z.array(z.object({ studentId: StudentId, givenName: z.string(), familyName: z.string() })),
});

const QueueView = z.object({
  year: SchoolYearId,
  /** With this seed anybody can work the order out again. */
  seed: z.string(),
  next: z.array(QueuedFamily.extend({ lane: z.enum(lanes) })),
  waiting: z.array(QueuedFamily),
  visiting: z.array(QueuedFamily),
  /** Families in each part, also of those that were not listed here. */
  counts: z.object({ next: z.int(), waiting: z.int(), visiting: z.int(), leftOut: z.int() }),
});

export const queueRoutes = {
  getClassQueue: route({
    method: 'GET',
    path: '/classes/{classId}/queue',
    group: 'families',
    summary: 'Whom to invite next in a class: one fair order, without any sort or filter (I13)',
    scope: 'tenant',
    can: ['queue:read'],
    params: z.object({ classId: ClassId }),
    response: QueueView.extend({ classId: ClassId, schoolId: SchoolId, name: z.string() }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  getSchoolQueue: route({
    method: 'GET',
    path: '/schools/{schoolId}/queue',
    group: 'families',
    summary: 'Whom to invite next in a school: the first of one fair order, without any sort or filter (I13)',
    scope: 'tenant',
    can: ['queue:read'],
    params: z.object({ schoolId: SchoolId }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
    response: QueueView.extend({ schoolId: SchoolId, name: z.string() }),
    errors: ['NOT_FOUND', 'TOO_LARGE'],
    data: 'read',
  }),
};
