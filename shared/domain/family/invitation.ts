import { refuseUnless } from '../refusal.ts';
import type { Family, Invitation, StudentYear } from './model.ts';

/** Before anyone asked a family in a school year. */
export function notInvited(familyId: string, year: string): Invitation {
  return {
    familyId,
    year,
    status: 'not_invited',
    how: null,
    invitedBy: null,
    invitedAt: null,
    answeredAt: null,
    answeredBy: null,
    askedByFamily: false,
    wishes: null,
  };
}

/**
 * A family is invited, perhaps once more while it has not answered. A family that declined is not asked again
 * this year (I12, CP1): only the family itself can reopen, see `answer`.
 * @throws Refusal
 */
export function invite(
  family: Family,
  invitation: Invitation,
  by: { personId: string; how: NonNullable<Invitation['how']>; now: string },
): Invitation {
  refuseUnless(!family.doNotContact, 'family.do_not_contact');
  refuseUnless(invitation.status !== 'declined', 'family.declined');
  refuseUnless(invitation.status !== 'accepted', 'family.already_accepted');
  return { ...invitation, status: 'invited', how: by.how, invitedBy: by.personId, invitedAt: by.now };
}

/**
 * What the family answered. It may change its mind both ways; a decline waits until no visit is scheduled, so
 * that nobody stands at the door of a family that said no. What the family wished for is forgotten with it.
 * @throws Refusal, also for a yes of a family that asks not to be contacted: that is taken back first, in so many words.
 */
export function answer(
  invitation: Invitation,
  said: 'accepted' | 'declined',
  students: readonly StudentYear[],
  now: string,
  answeredBy: NonNullable<Invitation['answeredBy']> = 'staff',
): Invitation {
  refuseUnless(said === 'declined' || !asksForNoContact(students), 'family.do_not_contact');
  refuseUnless(invitation.status !== 'not_invited', 'family.not_invited');
  refuseUnless(
    invitation.status !== said,
    said === 'accepted' ? 'family.already_accepted' : 'family.already_declined',
  );
  const scheduled = students.some(({ visits }) => visits.some(({ status }) => status === 'scheduled'));
  refuseUnless(said === 'accepted' || !scheduled, 'family.visit_scheduled');
  const wishes = said === 'declined' ? null : invitation.wishes;
  return { ...invitation, status: said, answeredAt: now, answeredBy, wishes };
}

/**
 * The family came forward by itself: it stands first among those to be invited. A family that had declined has
 * reopened by that, and nobody else could have (I12).
 * @throws Refusal while the family asks not to be contacted.
 */
export function askedForVisit(
  invitation: Invitation,
  students: readonly StudentYear[],
  now: string,
): Invitation {
  refuseUnless(!asksForNoContact(students), 'family.do_not_contact');
  const asked = { ...invitation, askedByFamily: true };
  return invitation.status === 'declined'
    ? { ...asked, status: 'accepted', answeredAt: now, answeredBy: 'staff' }
    : asked;
}

/** Every student carries what their family asked for. */
const asksForNoContact = (students: readonly StudentYear[]): boolean =>
  students.some(({ doNotContact }) => doNotContact);

/** Each student's standing carries the family's answer, so that a class page needs no second read. */
export function withInvitation<S extends StudentYear>(
  students: readonly S[],
  { status, askedByFamily }: Pick<Invitation, 'status' | 'askedByFamily'>,
): S[] {
  return students.map((student) => ({ ...student, invitation: status, askedByFamily }));
}
