import * as z from 'zod';
import { InvitationStatus } from '../../domain/family/model.ts';
import { ClassId, FamilyId } from '../../domain/ids.ts';
import { route } from '../route.ts';

/** Letters of one set: as many families as one transaction can give a link. */
const mostLetters = 90;

const Letter = z.object({
  familyId: FamilyId,
  students: z.array(z.object({ givenName: z.string(), familyName: z.string() })),
  /** Adults of the home who may be written to. */
  guardians: z.array(z.string()),
  /** Home language as a tag; null when unknown. */
  language: z.string().nullable(),
  /** Path of the family's own page, for the QR code. The secret in it is on paper and nowhere else. */
  path: z.string(),
  /** Somebody of this home must not be reached: the letter goes from hand to hand, not home with the child. */
  byHand: z.boolean(),
  invitation: z.object({ status: InvitationStatus, rev: z.int() }),
});

const LetterSet = z.object({
  school: z.string(),
  /** Null for the letter of a single family. */
  className: z.string().nullable(),
  /** Who invites. */
  educators: z.array(z.string()),
  letters: z.array(Letter),
  /** Families asked for that said no this year or are not to be contacted: they get no letter. */
  leftOut: z.int(),
});

export const letterRoutes = {
  makeClassLetters: route({
    method: 'POST',
    path: '/classes/{classId}/letters',
    group: 'families',
    summary: 'Letters of invitation for families of a class, each with the link to its own page',
    scope: 'tenant',
    can: ['family:invite'],
    params: z.object({ classId: ClassId }),
    body: z.strictObject({ familyIds: z.array(FamilyId).min(1).max(mostLetters) }),
    response: LetterSet,
    errors: ['NOT_FOUND', 'NOT_POSSIBLE', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
  makeFamilyLetter: route({
    method: 'POST',
    path: '/families/{familyId}/letters',
    group: 'families',
    summary: 'A letter of invitation for one family, with the link to its own page',
    scope: 'tenant',
    can: ['family:invite'],
    params: z.object({ familyId: FamilyId }),
    response: LetterSet,
    errors: ['NOT_FOUND', 'NOT_POSSIBLE', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
};
