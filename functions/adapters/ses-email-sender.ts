import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { EmailSender, OutgoingMail, SendOutcome } from '#functions/app/mail/ports.ts';
import { composeMime } from './mime-message.ts';

export interface SesSettings {
  /** `Porchlight <mail@porchlight.example>` or a bare address, verified in the mail service. */
  readonly mailFrom: string;
  /** Its event destination reports what became of each message, with the tags below. */
  readonly configurationSet: string;
}

/** The connection never came about, so nothing was sent. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { name, code, cause } = error as Error & { code?: unknown };
  return [name, ...(typeof code === 'string' ? [code] : []), ...codesOf(cause)];
}

/**
 * Reads from an error what the mail service can have done. A 4xx is its word that it took nothing; a 5xx, a
 * time-out or a broken connection leaves it open, and an open question is never answered by sending again (I32).
 */
export function outcomeOfError(error: unknown): Exclude<SendOutcome, { kind: 'accepted' }> {
  const codes = codesOf(error);
  const status = (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
  if (codes.includes('InvalidParameterValue')) return { kind: 'refused' };
  if (status !== undefined && status >= 400 && status < 500) return { kind: 'not_now' };
  if (codes.includes('CredentialsProviderError') || codes.some((code) => neverConnected.has(code)))
    return { kind: 'not_now' };
  return { kind: 'unknown' };
}

/** Tag values allow letters, digits, `_` and `-` only; ours are ids and dates. */
const tags = (mail: OutgoingMail) => [
  { Name: 'district', Value: mail.districtId },
  { Name: 'message', Value: mail.messageId },
  { Name: 'kind', Value: mail.kind },
];

/** One attempt per call: the client's own retries are off, since SES has no idempotency key. */
export const oneAttempt = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 },
} as const;

/** Sends through Amazon SES; the client must be made with {@link oneAttempt}. */
export function sesEmailSender(client: SESClient, settings: SesSettings): EmailSender {
  return {
    async send(mail) {
      const raw = await composeMime(mail, settings.mailFrom);
      try {
        const answer = await client.send(
          new SendRawEmailCommand({
            Source: settings.mailFrom,
            Destinations: [mail.to.email],
            RawMessage: { Data: raw },
            ConfigurationSetName: settings.configurationSet,
            Tags: tags(mail),
          }),
        );
        return answer.MessageId === undefined
          ? { kind: 'unknown' }
          : { kind: 'accepted', mailServiceId: answer.MessageId };
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}

/** A sender with a client of its own. */
export const openSesSender = (settings: SesSettings): EmailSender =>
  sesEmailSender(new SESClient(oneAttempt), settings);
