import { describe, expect, it } from 'vitest';
import {
  answer,
  askedForVisit,
  invite,
  notInvited,
  withInvitation,
} from '#shared/domain/family/invitation.ts';
import { Invitation } from '#shared/domain/family/model.ts';
import { id, reasonOf, scheduled, student } from './samples.ts';

const family = { familyId: id('fam', 1), language: 'es', doNotContact: false };
const by = { personId: id('per', 1), how: 'phone' as const, now: '2026-09-01T15:00:00.000Z' };
const none = notInvited(family.familyId, '2026-27');
const invited = invite(family, none, by);
const said = (now: 'accepted' | 'declined') => answer(invited, now, [student(1)], '2026-09-02T15:00:00.000Z');

describe('inviting a family', () => {
  it('records who asked, how and when', () => {
    expect(Invitation.parse(invited)).toMatchObject({
      status: 'invited',
      how: 'phone',
      invitedBy: id('per', 1),
    });
  });

  it('may be tried another way while there is no answer', () => {
    expect(invite(family, invited, { ...by, how: 'letter' }).how).toBe('letter');
  });

  it('I12: of a family that wants no contact comes to no yes, whoever writes one down', () => {
    const alone = [{ ...student(1), doNotContact: true }];
    expect(reasonOf(() => answer(said('declined'), 'accepted', alone, by.now))).toBe('family.do_not_contact');
    expect(reasonOf(() => askedForVisit(said('declined'), alone, by.now))).toBe('family.do_not_contact');
    expect(answer(invited, 'declined', alone, by.now).status).toBe('declined');
    expect(askedForVisit(said('declined'), [student(1)], by.now).status).toBe('accepted');
  });

  it('I12: is not repeated after the family declined', () => {
    expect(reasonOf(() => invite(family, said('declined'), by))).toBe('family.declined');
    expect(reasonOf(() => invite(family, said('accepted'), by))).toBe('family.already_accepted');
  });

  it('spares a family that asked not to be contacted', () => {
    expect(reasonOf(() => invite({ ...family, doNotContact: true }, none, by))).toBe('family.do_not_contact');
  });
});

describe('what a family answers', () => {
  it('follows an invitation', () => {
    expect(reasonOf(() => answer(none, 'accepted', [], by.now))).toBe('family.not_invited');
    expect(said('accepted')).toMatchObject({ status: 'accepted', answeredAt: '2026-09-02T15:00:00.000Z' });
  });

  it('can be changed by the family both ways', () => {
    expect(answer(said('declined'), 'accepted', [], by.now).status).toBe('accepted');
    expect(answer(said('accepted'), 'declined', [student(1)], by.now).status).toBe('declined');
    expect(reasonOf(() => answer(said('declined'), 'declined', [], by.now))).toBe('family.already_declined');
  });

  it('is no decline while a visit is scheduled: that one is cancelled first', () => {
    expect(reasonOf(() => answer(said('accepted'), 'declined', scheduled.students, by.now))).toBe(
      'family.visit_scheduled',
    );
  });

  it('stands with each student', () => {
    const standing = withInvitation([student(1), student(2)], { status: 'declined', askedByFamily: false });
    expect(standing.map(({ invitation }) => invitation)).toEqual(['declined', 'declined']);
  });
});
