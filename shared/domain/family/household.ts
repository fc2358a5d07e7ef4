import { refuseUnless } from '../refusal.ts';
import type { Family, Guardian, StudentYear } from './model.ts';

/** More adults than this are not one family's; one step writes them all. */
export const mostGuardians = 20;

/** What staff may write about a family, and about a guardian. A field that is absent stays as it is. */
export type FamilyChange = { readonly [Field in 'language' | 'doNotContact']?: Family[Field] | undefined };
export type GuardianChange = {
  readonly [Field in 'name' | 'email' | 'phone' | 'prefers' | 'noContact']?: Guardian[Field] | undefined;
};

const given = <T extends object>(change: T): T =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as T;

/**
 * Everybody who works with a family may protect it; lifting a protection takes a coordinator. Nobody is left alone
 * while a visit is still ahead: that one is cancelled first, so that nobody stands at the door.
 * @throws Refusal
 */
export function changeFamily<F extends Family>(
  family: F,
  change: FamilyChange,
  standings: readonly StudentYear[],
  mayLift: boolean,
): F {
  const after = { ...family, ...given(change) };
  refuseUnless(mayLift || !family.doNotContact || after.doNotContact, 'family.protected');
  const ahead = standings.some(({ visits }) => visits.some(({ status }) => status === 'scheduled'));
  refuseUnless(!(ahead && after.doNotContact && !family.doNotContact), 'family.visit_scheduled');
  return after;
}

/**
 * A guardian with what staff wrote; `noContact` (custody, safety) is lifted by a coordinator alone.
 * @throws Refusal
 */
export function changeGuardian<G extends Guardian>(guardian: G, change: GuardianChange, mayLift: boolean): G {
  const after = { ...guardian, ...given(change) };
  refuseUnless(mayLift || !guardian.noContact || after.noContact, 'family.protected');
  return after;
}

/**
 * What stays of a guardian who was taken out: enough for the next roster not to bring them back (I42), and nothing
 * by which anyone could be reached. Taking out somebody who must not be reached lifts a protection too.
 * @throws Refusal
 */
export function takenOut<G extends Guardian>(guardian: G, mayLift: boolean): G {
  refuseUnless(mayLift || !guardian.noContact, 'family.protected');
  return { ...guardian, name: '–', email: null, phone: null, prefers: null, noContact: true };
}
