import type { Reminder } from './model.ts';
import { isSeasonal, type ReminderFacts } from './still-needed.ts';

/** One reminder that is still needed, with the records it speaks of. */
export interface DueReminder {
  reminder: Reminder;
  facts: Pick<ReminderFacts, 'visit' | 'reflection' | 'claim' | 'studentYear'>;
}

/** What one person's digest of one day says (I36). Given names and dates only: never a reflection's words, a family name or an address. */
export interface DigestContent {
  reflections: { visitId: string; studentId: string; givenName: string; visitDate: string; dueOn: string }[];
  claims: { visitId: string; visitDate: string; dueOn: string; cents: number }[];
  /** One line for one household, also when several of its children were visited (I14). */
  secondVisits: { familyId: string; givenNames: string[]; firstOn: string }[];
  /** How it went with what the reader wanted to try; what that was stays in the reflection (I20). */
  lookBacks: { visitId: string; studentId: string; givenName: string; visitDate: string }[];
  /** The last day of the reader’s certificate, when it is near. */
  certificateEnds: string | null;
  /** Seasonal prompts carry the unsubscribe link (I37). */
  seasonal: boolean;
}

const byDueDay = (a: { dueOn: string }, b: { dueOn: string }) => a.dueOn.localeCompare(b.dueOn);

/** Gathers due reminders into one digest: each subject once, the nearest deadline first, siblings together. */
export function digestOf(due: readonly DueReminder[]): DigestContent {
  const reflections = new Map<string, DigestContent['reflections'][number]>();
  const claims = new Map<string, DigestContent['claims'][number]>();
  const households = new Map<string, { familyId: string; names: Set<string>; firstOn: string }>();
  const lookBacks = new Map<string, DigestContent['lookBacks'][number]>();
  for (const { reminder, facts } of due) {
    const { visit, reflection, claim } = facts;
    if (!visit) continue;
    const { visitId, localDate: visitDate } = visit;
    const student = visit.students.find(({ studentId }) => studentId === reminder.studentId);
    if (reminder.rule === 'reflection_due' && reflection && student) {
      const { studentId, givenName } = student;
      reflections.set(`${visitId}#${studentId}`, {
        visitId,
        studentId,
        givenName,
        visitDate,
        dueOn: reflection.dueOn,
      });
    } else if (reminder.rule === 'claim_due' && claim) {
      claims.set(visitId, { visitId, visitDate, dueOn: claim.dueOn, cents: claim.cents });
    } else if (reminder.rule === 'look_back' && student) {
      const { studentId, givenName } = student;
      lookBacks.set(`${visitId}#${studentId}`, { visitId, studentId, givenName, visitDate });
    } else if (reminder.rule === 'second_visit' && student) {
      const { familyId } = visit;
      const on = facts.studentYear?.visits[0]?.on ?? visitDate;
      const household = households.get(familyId) ?? { familyId, names: new Set(), firstOn: on };
      household.names.add(student.givenName);
      if (on < household.firstOn) household.firstOn = on;
      households.set(familyId, household);
    }
  }
  return {
    reflections: [...reflections.values()].sort(byDueDay),
    claims: [...claims.values()].sort(byDueDay),
    secondVisits: [...households.values()]
      .map(({ familyId, names, firstOn }) => ({ familyId, givenNames: [...names], firstOn }))
      .sort((a, b) => a.firstOn.localeCompare(b.firstOn)),
    lookBacks: [...lookBacks.values()].sort((a, b) => a.visitDate.localeCompare(b.visitDate)),
    certificateEnds:
      due.find(({ reminder }) => reminder.rule === 'certificate_expires')?.reminder.expiresOn ?? null,
    seasonal: due.some(({ reminder }) => isSeasonal(reminder.rule)),
  };
}
