import * as z from 'zod';
import { Claim } from '#shared/domain/claim/model.ts';
import { FamilyFeedback } from '#shared/domain/family/feedback.ts';
import { Reflection, ReflectionVersion } from '#shared/domain/reflection/model.ts';
import { Reminder } from '#shared/domain/reminder/model.ts';
import { DayBook } from '#shared/domain/visit/day-book.ts';
import { FamilyWants } from '#shared/domain/visit/family-wants.ts';
import { Visit, VisitMember } from '#shared/domain/visit/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** Before members were asked, a team was simply named: it had agreed by word of mouth. */
const teamBefore = (team: unknown): unknown =>
  Array.isArray(team) ? team.map((member) => ({ as: 'educator', answer: 'yes', ...member })) : team;

/** What lies beside a person or a family for one local day; kept a year, for nobody asks later. */
export const dayBook = entity({
  type: 'dayBook',
  version: 1,
  schema: DayBook,
  keys: (t, { owner, day }) => ({
    pk: owner.startsWith('fam_') ? keys.family(t, owner) : keys.person(t, owner),
    sk: keys.dayBook(day),
  }),
  ttl: ({ day }) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 1000) + 400 * 86_400,
});

/** A visit with its team, reflections, claims and reminders lie in one partition: one Query, one transaction. */
export const visit = entity({
  type: 'visit',
  version: 5,
  upcast: (data) => ({
    // Somebody may have left by a word of which only the number was not kept.
    lastSequence: Number(data['sequence']) + 1,
    // A visit that was only asked about has changed too, now and then: rather a word too many to the family.
    stoodSince: Number(data['sequence']) > 0 ? 1 : null,
    closedAt: null,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    ...data,
    team: teamBefore(data['team']),
  }),
  schema: Visit,
  keys: (t, { visitId, familyId, schoolId, startsAt }) => ({
    pk: keys.visit(t, visitId),
    sk: keys.word.visit,
    gsi1pk: keys.family(t, familyId),
    gsi1sk: keys.familyVisit(startsAt, visitId),
    gsi2pk: keys.schoolVisits(t, schoolId),
    gsi2sk: keys.byDay(startsAt, visitId),
  }),
});

/** What the family said afterwards; one for each visit, as said last. */
export const familyFeedback = entity({
  type: 'familyFeedback',
  version: 1,
  schema: FamilyFeedback,
  keys: (t, { visitId }) => ({ pk: keys.visit(t, visitId), sk: keys.word.feedback }),
});

export const visitMember = entity({
  type: 'visitMember',
  version: 3,
  upcast: (data) => ({ minutes: 40, otherTimeAskedAt: null, ...data, team: teamBefore(data['team']) }),
  schema: VisitMember,
  keys: (t, { visitId, personId, year, startsAt }) => ({
    pk: keys.visit(t, visitId),
    sk: keys.member(personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownVisit(year, startsAt, visitId),
  }),
});

/** Only beside a later visit: a first one has no place for a subject (I11). */
export const familyWants = entity({
  type: 'familyWants',
  version: 1,
  schema: FamilyWants,
  keys: (t, { visitId }) => ({ pk: keys.visit(t, visitId), sk: keys.word.familyWants }),
});

export const reflection = entity({
  type: 'reflection',
  version: 2,
  upcast: (data) => ({ together: false, lookBackOn: null, lookedBackAt: null, ...data }),
  schema: Reflection,
  keys: (t, { visitId, studentId, personId, year, dueOn }) => ({
    pk: keys.visit(t, visitId),
    sk: keys.reflection(studentId, personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownReflection(year, dueOn, visitId, studentId),
  }),
});

/** The first words had one answer about hopes: it tells what the author came to understand. */
const wordsBefore = (words: unknown): unknown => {
  const { hopes, apply } = FirstWords.parse(words);
  return { answers: hopes === '' ? [] : [{ shift: 'understanding', text: hopes }], apply };
};
const FirstWords = z.object({ hopes: z.string().trim(), apply: z.string() });

/** Every version of the words, in no index: nothing that lists or counts can reach them (I20). */
export const reflectionWords = entity({
  type: 'reflectionWords',
  version: 2,
  upcast: (data) => ({
    ...data,
    words: wordsBefore(data['words']),
    lookBack: null,
    takenFrom: null,
    writtenAt: null,
  }),
  schema: ReflectionVersion,
  keys: (t, { visitId, studentId, personId, version }) => ({
    pk: keys.visit(t, visitId),
    sk: keys.words(studentId, personId, version),
  }),
});

/** One live line per person and visit by construction: the key holds both (I22). */
export const claim = entity({
  type: 'claim',
  version: 1,
  schema: Claim,
  keys: (t, { visitId, personId, schoolId, year, visitDate, status }) => ({
    pk: keys.visit(t, visitId),
    sk: keys.claim(personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownClaim(year, visitDate, visitId),
    gsi2pk: keys.claims(t, status),
    gsi2sk: keys.claimOrder(schoolId, visitDate, visitId, personId),
  }),
});

/** On gsi3 only while planned: the sweep pays for what is due, not for what exists. */
export const reminder = entity({
  type: 'reminder',
  version: 2,
  upcast: (data) => ({ expiresOn: null, ...data }),
  schema: Reminder,
  keys: (t, { visitId, personId, studentId, expiresOn, rule, occurrence, dueAt, status }) => {
    const subject = studentId ?? expiresOn;
    return {
      pk: visitId === null ? keys.person(t, personId) : keys.visit(t, visitId),
      sk: keys.reminder(rule, subject, personId, occurrence),
      gsi1pk: keys.person(t, personId),
      gsi1sk: keys.ownReminder(dueAt, rule, visitId, subject, occurrence),
      ...(status === 'planned'
        ? {
            gsi3pk: keys.due(dueAt, personId),
            gsi3sk: keys.dueOrder(dueAt, t, personId, rule, visitId ?? '-', subject ?? '-', occurrence),
          }
        : {}),
    };
  },
});
