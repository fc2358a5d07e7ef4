import { Temporal } from 'temporal-polyfill';
import { certificateFrom, renewalWindow } from '../person/certification.ts';
import type { Certificate } from '../person/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import type { TrainingKind } from './model.ts';

/** Why a completed training gives one person no certificate. */
export const notCertifiedReasons = ['no_certificate', 'lapsed', 'too_early', 'still_certified'] as const;
export type NotCertified = (typeof notCertifiedReasons)[number];

export type Earned =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'trainer' }
  | { readonly kind: 'refused'; readonly because: NotCertified };

/**
 * What a person earns by completing a training on a local day (I31). `held` is the certificate that counts for them
 * on that day. A certificate is renewed inside its window only, and then runs on from its own last day: nobody loses
 * time by coming early. Whoever lets it lapse starts anew.
 */
export function earnedBy(
  training: { readonly kind: TrainingKind; readonly heldOn: string },
  held: Certificate | null,
  policy: Pick<PolicySettings, 'certificateMonths' | 'recertifyMonths'>,
): Earned {
  const { kind, heldOn } = training;
  if (held === null || held.expiresOn < heldOn) {
    if (kind === 'initial')
      return { kind: 'certificate', certificate: certificateFrom(heldOn, policy.certificateMonths) };
    return { kind: 'refused', because: held === null ? 'no_certificate' : 'lapsed' };
  }
  if (kind === 'trainer') return { kind: 'trainer' };
  if (heldOn < renewalWindow(held, policy.recertifyMonths).from)
    return { kind: 'refused', because: kind === 'renewal' ? 'too_early' : 'still_certified' };
  const until = Temporal.PlainDate.from(held.expiresOn).add({ months: policy.certificateMonths });
  return { kind: 'certificate', certificate: { issuedOn: heldOn, expiresOn: until.toString() } };
}
