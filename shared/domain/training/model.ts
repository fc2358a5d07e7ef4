import * as z from 'zod';
import { PersonId, SchoolId, TrainingId } from '../ids.ts';
import { Instant, LocalDate, LocalTime } from '../time/local-date.ts';

export const TrainingTitle = z.string().trim().min(2).max(120);

/** The first certificate, its renewal, or the training that makes a certified person a trainer of others. */
export const TrainingKind = z.enum(['initial', 'renewal', 'trainer']);
export type TrainingKind = z.infer<typeof TrainingKind>;

/**
 * One transaction tells everybody who signed up and moves people up from the waiting list: with these two limits it
 * stays below 100 items. A larger training is planned twice, or recorded once it was held.
 */
export const mostSeats = 60;
export const mostWaiting = 30;

/** What people need to know to sign up ahead. */
export const TrainingPlan = z.object({
  /** Wall-clock time of the district, beside the instant. */
  time: LocalTime,
  startsAt: Instant,
  minutes: z.int().min(15).max(960),
  place: z.string().trim().min(2).max(160),
  seats: z.int().min(1).max(mostSeats),
});
export type TrainingPlan = z.infer<typeof TrainingPlan>;

export const Training = z.object({
  trainingId: TrainingId,
  title: TrainingTitle,
  kind: TrainingKind,
  heldOn: LocalDate,
  /** For the staff of one school; null for the whole district. */
  schoolId: SchoolId.nullable(),
  /** Null for a training that was recorded after it was held. */
  plan: TrainingPlan.nullable(),
  signedUp: z.int().min(0),
  waiting: z.int().min(0),
  completedBy: z.int().min(0),
  cancelledAt: Instant.nullable(),
  /** Rises with every change that calendars must hear of. */
  sequence: z.int().min(0),
});
export type Training = z.infer<typeof Training>;

/** `attended`: was there, but earned no certificate by it, such as somebody who had to leave early. */
export const AttendanceStatus = z.enum(['signed_up', 'waiting', 'completed', 'attended', 'absent']);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

export const Attendance = z.object({
  trainingId: TrainingId,
  personId: PersonId,
  name: z.string(),
  status: AttendanceStatus,
  /** Time spent in training, kept so that a district can pay it; null where nobody wrote it down. */
  minutes: z.int().min(0).max(960).nullable(),
  /** Orders the waiting list; null for whoever was only recorded afterwards. */
  signedUpAt: Instant.nullable(),
});
export type Attendance = z.infer<typeof Attendance>;
