import type { Certificate } from './model.ts';

/** I31: valid on a day when issued on or before it and not yet past its last day. Days are local dates. */
export function certifiedOn(certificate: Certificate | null, day: string): boolean {
  return certificate !== null && certificate.issuedOn <= day && day <= certificate.expiresOn;
}
