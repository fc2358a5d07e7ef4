import * as z from 'zod';
import { FamilyId, GuardianId, StudentId, VisitId } from '#shared/domain/ids.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** A family that became one with another: letters and mails that name it still lead in. */
export const movedFamily = entity({
  type: 'movedFamily',
  version: 2,
  schema: z.object({
    familyId: FamilyId,
    to: FamilyId,
    /** Adults whom both families named, each with the one who stands for both now. */
    guardians: z.array(z.object({ id: GuardianId, by: GuardianId })),
  }),
  upcast: (data) => ({ guardians: [], ...data }),
  keys: (t, { familyId }) => ({ pk: keys.family(t, familyId), sk: keys.word.moved }),
});

/** Beside the household that stays while a worker still brings rows over to it: the next merge ends that one first. */
export const mergeUnderWay = entity({
  type: 'mergeUnderWay',
  version: 1,
  schema: z.object({ familyId: FamilyId, studentId: StudentId }),
  keys: (t, { familyId, studentId }) => ({
    pk: keys.family(t, familyId),
    sk: keys.mergeUnderWay(studentId),
  }),
});

/**
 * What a worker still has to bring over since the record of this student became one with that of another, or only their
 * household did: then nobody stands for the student, and no id of one was replaced.
 */
export const movedStudent = entity({
  type: 'movedStudent',
  version: 1,
  schema: z.object({
    studentId: StudentId,
    into: StudentId,
    givenName: z.string(),
    /** Ids that were replaced: student, family and adults, each with the one that stands for it now. */
    replaced: z.array(z.object({ id: z.string(), by: z.string() })),
    toFamilyId: FamilyId,
    visitIds: z.array(VisitId),
    /** The family that went, while rows of it still have to be brought over; else null. */
    restOf: FamilyId.nullable(),
  }),
  keys: (t, { studentId }) => ({ pk: keys.student(t, studentId), sk: keys.word.moved }),
});
