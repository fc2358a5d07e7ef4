import * as z from 'zod';
import { Contact, ContactWords } from '../../domain/contact/model.ts';
import { ContactId, FamilyId } from '../../domain/ids.ts';
import { LocalDate } from '../../domain/time/local-date.ts';
import { route } from '../route.ts';
import { Done, Page, pageOf, Rev } from '../views.ts';

const familyParams = z.object({ familyId: FamilyId });
const contactParams = z.object({ familyId: FamilyId, day: LocalDate, contactId: ContactId });
const ContactView = Contact.extend({ rev: Rev });
/** What a change answers: none of the words, for an answer is kept for a day and the words go when the entry goes. */
const KeptContact = ContactView.pick({ familyId: true, contactId: true, on: true, rev: true });

export const contactRoutes = {
  listContacts: route({
    method: 'GET',
    path: '/families/{familyId}/contacts',
    group: 'families',
    summary: 'When staff and the family spoke between the visits, newest first',
    scope: 'tenant',
    can: ['contact:write'],
    params: familyParams,
    query: z.object(Page),
    response: pageOf(ContactView),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  addContact: route({
    method: 'POST',
    path: '/families/{familyId}/contacts',
    group: 'families',
    summary: 'Write down that staff and the family spoke; it may have asked for a visit',
    scope: 'tenant',
    can: ['contact:write'],
    params: familyParams,
    body: z.strictObject({ ...ContactWords.shape, on: LocalDate, askedForVisit: z.boolean() }),
    response: KeptContact,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  correctContact: route({
    method: 'PUT',
    path: '/families/{familyId}/contacts/{day}/{contactId}',
    group: 'families',
    summary: 'Correct an entry one wrote oneself',
    scope: 'tenant',
    can: ['contact:write'],
    params: contactParams,
    body: z.strictObject({ ...ContactWords.shape, rev: Rev }),
    response: KeptContact,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  removeContact: route({
    method: 'POST',
    path: '/families/{familyId}/contacts/{day}/{contactId}/removal',
    group: 'families',
    summary: 'Remove an entry one wrote oneself: none of its words is kept',
    scope: 'tenant',
    can: ['contact:write'],
    params: contactParams,
    body: z.strictObject({ rev: Rev }),
    response: Done,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
