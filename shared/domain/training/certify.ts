import { Temporal } from 'temporal-polyfill';
import type { Certificate } from '../person/model.ts';

/** The certificate a completed training gives: valid from the day it was held, for so many months (I31). */
export function certificateFrom(heldOn: string, months: number): Certificate {
  return { issuedOn: heldOn, expiresOn: Temporal.PlainDate.from(heldOn).add({ months }).toString() };
}

/** The certificate a person holds after earning another: whichever lasts longer, so that a late record takes nothing away. */
export function heldAfter(held: Certificate | null, earned: Certificate): Certificate {
  return held !== null && held.expiresOn > earned.expiresOn ? held : earned;
}
