import { refuseUnless } from '../refusal.ts';
import type { Family, Invitation, StudentYear, Wishes } from './model.ts';

/**
 * The family itself says yes, or says again what would suit it. A family that nobody had asked, or that had said no
 * before, has come forward by itself: it is first in the order of invitations.
 * @throws Refusal while the family asks not to be contacted: it takes that back first, in so many words.
 */
export function acceptedByFamily(
  family: Pick<Family, 'doNotContact'>,
  before: Invitation,
  wishes: Wishes,
): Invitation {
  refuseUnless(!family.doNotContact, 'family.do_not_contact');
  if (before.status === 'accepted') return { ...before, wishes };
  return {
    ...before,
    status: 'accepted',
    answeredAt: wishes.at,
    answeredBy: 'family',
    askedByFamily: before.askedByFamily || before.status !== 'invited',
    wishes,
  };
}

/**
 * The family itself says no; twice is once. What it wished for is forgotten with it.
 * @throws Refusal while a visit is still planned: it is cancelled in the same step.
 */
export function declinedByFamily(
  before: Invitation,
  students: readonly Pick<StudentYear, 'visits'>[],
  now: string,
): Invitation {
  const planned = students.some(({ visits }) => visits.some(({ status }) => status === 'scheduled'));
  refuseUnless(!planned, 'family.visit_scheduled');
  if (before.status === 'declined') return before;
  return {
    ...before,
    status: 'declined',
    answeredAt: now,
    answeredBy: 'family',
    askedByFamily: false,
    wishes: null,
  };
}
