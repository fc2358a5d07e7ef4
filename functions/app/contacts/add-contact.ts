import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { keepInvitation, requireFamily } from '#functions/app/families/record-invitation.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { family } from '#functions/data/entities/families.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { readSettings } from '#functions/data/settings.ts';
import { askedForVisit, notInvited } from '#shared/domain/family/invitation.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';

/** Writes down that staff and the family spoke. That it asked for a visit counts from the same moment. */
export const addContact: UseCase<'addContact'> = async ({ table, newId }, context, { params, body }) => {
  const { familyId } = params;
  const settings = await readSettings(table);
  const today = todayIn(settings, context.now);
  refuseUnless(body.on <= today, 'contact.day_to_come');
  const { year } = rulesOn(settings, today);
  const [file, person] = await Promise.all([
    requireFamily(table, context, 'contact:write', familyId, year.year),
    loadPerson(table, context.personId),
  ]);
  if (person === undefined) throw notFound('family');

  const work = table.begin('contact.added', familyId);
  const { contactId, on, rev } = work.create(contact, {
    ...body,
    contactId: newId('con'),
    familyId,
    by: person.personId,
    byName: person.name,
    addedAt: context.now,
  });
  // A family that became one with another in this moment is no place for it any more.
  work.unchanged(family, file.family);
  if (body.askedForVisit) {
    const before = file.invitation ?? notInvited(familyId, year.year);
    keepInvitation(work, file, askedForVisit(before, file.standings, context.now));
  }
  // The kept answer holds no words: they lie in their own row, and go with it.
  return work.commit({ familyId, contactId, on, rev });
};
