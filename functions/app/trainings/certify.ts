import { keepFollowing, type LoadedPerson } from '#functions/app/people/keep-person.ts';
import { certificate, person } from '#functions/data/entities/people.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import { newerOf } from '#shared/domain/person/certification.ts';
import { type MailingCalendar, mailingCalendarOf } from '#shared/domain/reminder/mailing-window.ts';
import { remindersOfCertificate } from '#shared/domain/reminder/planning.ts';
import { remindersSettledByCertificate } from '#shared/domain/reminder/settling.ts';
import type { Earned } from '#shared/domain/training/certify.ts';
import { policyForTraining } from './training-file.ts';

/** Somebody who completed a training, with what it earns them. */
export interface Learner extends LoadedPerson {
  readonly earned: Earned;
}

/** Mail of the days to come keeps to the hours of the policy and the holidays known by now; the sender looks again. */
export const warningCalendar = (settings: Settings, heldOn: string): MailingCalendar =>
  mailingCalendarOf(
    settings.district,
    policyForTraining(settings, heldOn),
    schoolYearOn(settings.schoolYears, heldOn),
  );

/** Writes what a learner earned: the certificate with its history and warnings, or the role of a trainer. */
export function certify(
  work: UnitOfWork,
  learner: Learner,
  trainingId: string,
  calendar: MailingCalendar,
  now: string,
): void {
  const { earned, reminders } = learner;
  const { rev: _, ...before } = learner.person;
  const { personId } = before;
  if (earned.kind === 'refused') return;
  if (earned.kind === 'trainer') {
    const roles = [...new Set([...before.roles, 'trainer' as const])];
    work.update(person, learner.person, { ...before, roles });
    if (before.account === 'open') work.message({ kind: 'sync_account', personId });
    return;
  }
  work.save(certificate, { ...earned.certificate, personId, trainingId });
  const present = newerOf(before.certificate, earned.certificate);
  const after = { ...before, certificate: present };
  work.update(person, learner.person, after);
  keepFollowing(work, learner, after);
  for (const settled of remindersSettledByCertificate(reminders, present)) {
    const planned = reminders.find(
      ({ expiresOn, occurrence }) => expiresOn === settled.expiresOn && occurrence === settled.occurrence,
    );
    if (planned !== undefined) work.update(reminder, planned, settled);
  }
  if (present === earned.certificate)
    for (const warning of remindersOfCertificate({ personId, certificate: present, calendar, now }))
      work.create(reminder, warning);
}

/** The most items that `certify` writes: certificate, person or a task, placements, old warnings and two new ones. */
export const itemsToCertify = ({ person: one, placements, reminders }: Learner): number =>
  4 + placements.length + one.schoolIds.length + reminders.length;
