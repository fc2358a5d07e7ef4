import * as z from 'zod';
import { PersonId, SchoolId } from '#shared/domain/ids.ts';
import { Certificate, MailProblem, Person } from '#shared/domain/person/model.ts';
import { Digest } from '#shared/domain/reminder/model.ts';
import { Instant } from '#shared/domain/time/local-date.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** A person's roster values as last imported stand beside the present ones, so that a hand-set value survives (I42). */
export const person = entity({
  type: 'person',
  version: 2,
  upcast: (data) => ({ participation: null, languages: [], freeTimes: [], ...data }),
  schema: Person.extend({
    roster: z
      .object({
        sourceId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        schoolIds: z.array(SchoolId),
      })
      .nullable(),
  }),
  keys: (t, { personId, name, roles }) => ({
    pk: keys.person(t, personId),
    sk: keys.word.profile,
    gsi1pk: keys.people(t),
    gsi1sk: keys.byName(name, personId),
    // An interpreter may come from anywhere: one Query lists the district's.
    ...(roles.includes('interpreter')
      ? { gsi2pk: keys.interpreters(t), gsi2sk: keys.byName(name, personId) }
      : {}),
  }),
});

/** A person at one school, with what colleagues see: one Query lists a school's staff by name. */
export const placement = entity({
  type: 'placement',
  version: 2,
  upcast: (data) => ({ willing: false, languages: [], freeTimes: [], ...data }),
  schema: z.object({
    personId: PersonId,
    schoolId: SchoolId,
    name: z.string(),
    certificate: Certificate.nullable(),
    /** The person said yes to taking part (CP1). */
    willing: z.boolean(),
    languages: Person.shape.languages,
    freeTimes: Person.shape.freeTimes,
  }),
  keys: (t, { personId, schoolId, name }) => ({
    pk: keys.person(t, personId),
    sk: keys.school(schoolId),
    gsi1pk: keys.schoolPeople(t, schoolId),
    gsi1sk: keys.byName(name, personId),
  }),
});

/** Every certificate a person ever held (I31). */
export const certificate = entity({
  type: 'certificate',
  version: 1,
  schema: Certificate.extend({ personId: PersonId, trainingId: z.string() }),
  keys: (t, { personId, issuedOn }) => ({ pk: keys.person(t, personId), sk: keys.certificate(issuedOn) }),
});

/** Seasonal prompts can be switched off; pay notices cannot (I37). */
export const preferences = entity({
  type: 'preferences',
  version: 1,
  schema: z.object({ personId: PersonId, seasonalPrompts: z.boolean() }),
  keys: (t, { personId }) => ({ pk: keys.person(t, personId), sk: keys.word.preferences }),
});

/** The hash of one mail's unsubscribe secret: the link works for a year and proves nothing else. */
export const unsubscribeLink = entity({
  type: 'unsubscribe',
  version: 1,
  schema: z.object({ personId: PersonId, hash: z.string(), expiresAt: Instant }),
  keys: (t, { personId, hash }) => ({ pk: keys.person(t, personId), sk: keys.unsubscribe(hash) }),
  ttl: ({ expiresAt }) => Math.floor(Date.parse(expiresAt) / 1000),
});

export const digest = entity({
  type: 'digest',
  version: 2,
  upcast: ({ reminders, ...data }) => ({
    ...data,
    reminders: Array.isArray(reminders) ? reminders.map((one) => ({ expiresOn: null, ...one })) : reminders,
  }),
  schema: Digest,
  keys: (t, { personId, day }) => ({ pk: keys.person(t, personId), sk: keys.digest(day) }),
});

/** Keeps an address unique inside a district. */
export const emailOwner = entity({
  type: 'emailOwner',
  version: 1,
  schema: z.object({ email: z.string(), personId: PersonId }),
  keys: (t, { email }) => ({ pk: keys.email(t, email), sk: keys.word.email }),
});

/** An address that bounced or complained gets no more mail in this district (I38). */
export const suppression = entity({
  type: 'suppression',
  version: 1,
  schema: z.object({ email: z.string(), because: MailProblem, at: Instant }),
  keys: (t, { email }) => ({ pk: keys.suppressed(t, email), sk: keys.word.suppressed }),
});
