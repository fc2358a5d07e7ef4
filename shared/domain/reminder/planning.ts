import type { Claim } from '../claim/model.ts';
import type { SchoolYear } from '../district/model.ts';
import type { StudentYear } from '../family/model.ts';
import type { Certificate } from '../person/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import type { Reflection } from '../reflection/model.ts';
import { addBusinessDays, isBusinessDay } from '../time/business-days.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import type { Visit } from '../visit/model.ts';
import { type MailingCalendar, mailingCalendarOf, mailingMorning } from './mailing-window.ts';
import type { Reminder } from './model.ts';

/*
 * Which reminders follow from a change of a visit, and when each is due. The use case that changes the visit
 * writes the rows in its own transaction:
 *
 *   completeVisit    put     remindersOfCompletion(...)
 *   cancelVisit      put     remindersOfCancellation(...)      a second visit fell through: prompt again
 *   writeReflection  settle  remindersSettledByReflection(...)
 *                    put     remindersOfReflection(...)        the look back, at the first writing
 *   lookBack         settle  remindersSettledByReflection(...)
 *   submitClaim      settle  remindersSettledByClaim(...)
 *   returnClaim      put     remindersOfReturnedClaim(...)
 *   recordCompletions settle and put remindersOfCertificate(...)  a certificate is earned or renewed
 *   recordAnswer     nothing: the sender reads the family's answer again before it sends (I12, I33), so that a
 *                    family that reopens before the season is still prompted for
 *
 * What settles them is in settling.ts.
 */

/** What the time of a reminder depends on. Policy and year are those that hold on the visit's local date. */
export interface ReminderSettings {
  timeZone: string;
  policy: Pick<PolicySettings, 'mailFrom' | 'mailUntil'>;
  schoolYear: SchoolYear;
}

/** A reflection still owed is asked for on the morning it is due, and once more this many business days later. */
const reflectionAgainAfter = 3;
/** A claim still open is asked for this many business days before its last day, and on that day. */
const claimAskedBefore = 2;
/** A family is left alone for this long after a visit, in days, even when the season has begun. */
const restAfterVisit = 14;
/** After a second visit fell through, days until the prompt returns. */
const restAfterCancellation = 7;
/** A certificate that is about to end is told of so many days before its last day, once each. */
const certificateToldBefore = [60, 14] as const;

const calendarOf = (settings: ReminderSettings): MailingCalendar =>
  mailingCalendarOf(settings, settings.policy, settings.schoolYear);

const planned = (
  rule: Reminder['rule'],
  about: { visitId: string; studentId: string | null; personId: string },
  occurrence: number,
  dueAt: string,
): Reminder => ({ rule, ...about, expiresOn: null, occurrence, dueAt, status: 'planned', sentAt: null });

/** The last business day on or before the day: a deadline on a Sunday is recalled on the Friday. */
function businessDayOnOrBefore(day: string, holidays: readonly string[]): string {
  let date = day;
  while (!isBusinessDay(date, holidays)) date = addDays(date, -1);
  return date;
}

function businessDaysBefore(day: string, count: number, holidays: readonly string[]): string {
  let date = businessDayOnOrBefore(day, holidays);
  for (let left = count; left > 0; left -= 1) date = businessDayOnOrBefore(addDays(date, -1), holidays);
  return date;
}

/**
 * The mornings for the wanted days, in order. A day that is already here or past (a visit logged late) becomes
 * tomorrow; two that fall on the same morning are one reminder.
 */
function mornings(days: readonly string[], now: string, settings: ReminderSettings): string[] {
  const calendar = calendarOf(settings);
  const tomorrow = addDays(localDateOf(now, settings.timeZone), 1);
  const instants = days.map((day) => mailingMorning(day < tomorrow ? tomorrow : day, calendar));
  return [...new Set(instants)].sort();
}

function claimReminders(claim: Claim, now: string, settings: ReminderSettings): Reminder[] {
  const { holidays } = settings.schoolYear;
  const days = [
    businessDaysBefore(claim.dueOn, claimAskedBefore, holidays),
    businessDayOnOrBefore(claim.dueOn, holidays),
  ];
  const about = { visitId: claim.visitId, studentId: null, personId: claim.personId };
  return mornings(days, now, settings).map((dueAt, index) => planned('claim_due', about, index + 1, dueAt));
}

function secondVisitPrompts(
  visit: Visit,
  afterVisit: number,
  notBefore: string,
  settings: ReminderSettings,
): Reminder[] {
  const { secondVisitFrom, secondVisitUntil } = settings.schoolYear;
  const wanted = secondVisitFrom > notBefore ? secondVisitFrom : notBefore;
  const dueAt = mailingMorning(wanted, calendarOf(settings));
  if (localDateOf(dueAt, settings.timeZone) > secondVisitUntil) return [];
  // One person is asked, the one who leads: two prompts would have two people call the same family.
  const lead = visit.team.find((member) => member.lead) ?? visit.team[0];
  if (!lead) return [];
  return visit.students
    .filter((student) => student.number === afterVisit)
    .map((student) =>
      planned(
        'second_visit',
        { visitId: visit.visitId, studentId: student.studentId, personId: lead.personId },
        1,
        dueAt,
      ),
    );
}

/**
 * Everything a completed visit leads to: its reflections (I19), its claims, and after a first visit the prompt
 * for the second on the first mailing morning of the season (I35). `visit`, `reflections` and `claims` are as
 * they stand after completion; only what is owed and open is reminded of. `now` is a UTC instant.
 */
export function remindersOfCompletion(change: {
  visit: Visit;
  reflections: readonly Reflection[];
  claims: readonly Claim[];
  settings: ReminderSettings;
  now: string;
}): Reminder[] {
  const { visit, settings, now } = change;
  const { holidays } = settings.schoolYear;
  const reflections = change.reflections
    .filter((reflection) => reflection.status === 'owed')
    .flatMap(({ visitId, studentId, personId, dueOn }) =>
      mornings([dueOn, addBusinessDays(dueOn, reflectionAgainAfter, holidays)], now, settings).map(
        (dueAt, index) => planned('reflection_due', { visitId, studentId, personId }, index + 1, dueAt),
      ),
    );
  const claims = change.claims
    .filter((claim) => claim.status === 'open')
    .flatMap((claim) => claimReminders(claim, now, settings));
  const rested = addDays(visit.localDate, restAfterVisit);
  const tomorrow = addDays(localDateOf(now, settings.timeZone), 1);
  const prompts = secondVisitPrompts(visit, 1, rested > tomorrow ? rested : tomorrow, settings);
  return [...reflections, ...claims, ...prompts];
}

/**
 * The question how it went, on the first mailing morning from the day the first writing set. `before` is the
 * reflection as it was: later edits plan nothing.
 */
export function remindersOfReflection(change: {
  before: Reflection;
  after: Reflection;
  settings: ReminderSettings;
}): Reminder[] {
  const { before, after, settings } = change;
  const { visitId, studentId, personId, lookBackOn } = after;
  if (before.status !== 'owed' || lookBackOn === null) return [];
  const dueAt = mailingMorning(lookBackOn, calendarOf(settings));
  return [planned('look_back', { visitId, studentId, personId }, 1, dueAt)];
}

/**
 * A scheduled second visit was cancelled or did not happen: the lead is prompted again after a rest, if the
 * season still lasts, and the prompt of the first visit is not still to come. Nothing follows from any other visit. The
 * rows belong to the cancelled visit. `students` is where its students stand.
 */
export function remindersOfCancellation(change: {
  visit: Visit;
  students: readonly Pick<StudentYear, 'studentId' | 'visits'>[];
  settings: ReminderSettings;
  now: string;
}): Reminder[] {
  const { visit, students, settings, now } = change;
  const today = localDateOf(now, settings.timeZone);
  // A second prompt beside that of the first visit would have two people call the same family.
  const prompted = (studentId: string | null): boolean => {
    const first = students.find((one) => one.studentId === studentId)?.visits[0];
    return first === undefined || firstPromptFrom(first.on, settings) <= today;
  };
  return secondVisitPrompts(visit, 2, addDays(today, restAfterCancellation), settings).filter(
    ({ studentId }) => prompted(studentId),
  );
}

/** The day from which a first visit prompts for the second: in season, and after a rest. */
function firstPromptFrom(firstOn: string, { schoolYear }: ReminderSettings): string {
  const rested = addDays(firstOn, restAfterVisit);
  return rested > schoolYear.secondVisitFrom ? rested : schoolYear.secondVisitFrom;
}

/**
 * An approver sent the claim back: it is open again, so it is asked for again. Occurrences continue after those
 * that already exist, because no occurrence is ever sent twice (I32).
 */
export function remindersOfReturnedClaim(change: {
  claim: Claim;
  existing: readonly Reminder[];
  settings: ReminderSettings;
  now: string;
}): Reminder[] {
  const last = change.existing
    .filter((reminder) => reminder.rule === 'claim_due' && reminder.personId === change.claim.personId)
    .reduce((highest, reminder) => Math.max(highest, reminder.occurrence), 0);
  return claimReminders(change.claim, change.now, change.settings).map((reminder) => ({
    ...reminder,
    occurrence: reminder.occurrence + last,
  }));
}

/**
 * The two warnings of a certificate just earned or renewed, each on the first mailing morning from its day on; one
 * whose day has passed is left out. They lie with the person, since no visit causes them.
 */
export function remindersOfCertificate(change: {
  personId: string;
  certificate: Certificate;
  calendar: MailingCalendar;
  now: string;
}): Reminder[] {
  const { personId, certificate, calendar, now } = change;
  const { expiresOn } = certificate;
  const today = localDateOf(now, calendar.timeZone);
  return certificateToldBefore.flatMap((days, index) => {
    const day = addDays(expiresOn, -days);
    if (day <= today) return [];
    const dueAt = mailingMorning(day, calendar);
    const about = { visitId: null, studentId: null, personId, expiresOn };
    return [
      {
        rule: 'certificate_expires' as const,
        ...about,
        occurrence: index + 1,
        dueAt,
        status: 'planned' as const,
        sentAt: null,
      },
    ];
  });
}
