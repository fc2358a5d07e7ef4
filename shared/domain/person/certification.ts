import { Temporal } from 'temporal-polyfill';
import type { Certificate } from './model.ts';

/** I31: valid on a day when issued on or before it and not yet past its last day. Days are local dates. */
export function certifiedOn(certificate: Certificate | null, day: string): boolean {
  return certificate !== null && certificate.issuedOn <= day && day <= certificate.expiresOn;
}

/** The certificate earned on a day: its last day is the day before the same day so many months on. */
export function certificateFrom(heldOn: string, months: number): Certificate {
  const until = Temporal.PlainDate.from(heldOn).add({ months }).subtract({ days: 1 });
  return { issuedOn: heldOn, expiresOn: until.toString() };
}

/** Of two certificates the one that lasts longer: recording an old training late shortens nothing. */
export function newerOf(held: Certificate | null, earned: Certificate): Certificate {
  return held !== null && held.expiresOn > earned.expiresOn ? held : earned;
}
