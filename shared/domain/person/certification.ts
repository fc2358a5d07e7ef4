import { Temporal } from 'temporal-polyfill';
import type { Certificate } from './model.ts';

/** I31: valid on a day when issued on or before it and not yet past its last day. Days are local dates. */
export function certifiedOn(certificate: Certificate | null, day: string): boolean {
  return certificate !== null && certificate.issuedOn <= day && day <= certificate.expiresOn;
}

/**
 * The certificate earned on a day: its last day is the day before the same day so many months on. Where that month has
 * no such day, as February has no 30th, it is the month’s last.
 */
export function certificateFrom(heldOn: string, months: number): Certificate {
  const from = Temporal.PlainDate.from(heldOn);
  const same = from.add({ months });
  const until = same.day < from.day ? same : same.subtract({ days: 1 });
  return { issuedOn: heldOn, expiresOn: until.toString() };
}

/** The days on which a certificate may be renewed: its last `months` months, to its last day (I31). */
export function renewalWindow({ expiresOn }: Certificate, months: number): { from: string; until: string } {
  const from = Temporal.PlainDate.from(expiresOn).subtract({ months }).toString();
  return { from, until: expiresOn };
}

/** Of the certificates a person ever held the one that counts on a day: of those issued by then the last to end. */
export function heldOn(certificates: readonly Certificate[], day: string): Certificate | null {
  return certificates
    .filter(({ issuedOn }) => issuedOn <= day)
    .reduce<Certificate | null>((last, one) => newerOf(last, one), null);
}

/** Of two certificates the one that lasts longer: recording an old training late shortens nothing. */
export function newerOf(held: Certificate | null, earned: Certificate): Certificate {
  return held !== null && held.expiresOn > earned.expiresOn ? held : earned;
}
