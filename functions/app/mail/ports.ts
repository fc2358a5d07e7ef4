/** A mail ready to leave: who gets it, its two twins and its envelope. */
export interface OutgoingMail {
  readonly districtId: string;
  /** Names the message for good: `msg_…` for a message, `<person>-<day>` for a digest. Becomes the Message-ID and a tag. */
  readonly messageId: string;
  /** What kind of message it is, as a tag: `person_invited`, `digest`, … */
  readonly kind: string;
  readonly to: { readonly name: string; readonly email: string };
  /** The display name in From; the address is the stage's own. */
  readonly fromName: string;
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  /** Where a mail program may POST to stop seasonal prompts (RFC 8058); null on what cannot be stopped (I37). */
  readonly unsubscribeUrl: string | null;
}

/**
 * What became of one attempt to send.
 * `refused`: the mail service answered that it will not take this message, now or later.
 * `not_now`: it surely did not take it; a later attempt is safe (throttled, quota, not reachable).
 * `unknown`: no answer, or an answer that leaves it open; only the service's own event can tell (I32).
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly mailServiceId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not_now' }
  | { readonly kind: 'unknown' };

/** The mail service. One call is one attempt: no implementation repeats by itself. */
export interface EmailSender {
  send(mail: OutgoingMail): Promise<SendOutcome>;
}
