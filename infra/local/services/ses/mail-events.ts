import { randomUUID } from 'node:crypto';
import type { MailEvent } from '#infra/local/service.ts';
import { decodeWords, headerValues, readHeaders, splitAddresses } from '#infra/local/services/ses/headers.ts';
import type { KeptMail } from '#infra/local/services/ses/mail-store.ts';

/** What becomes of a mail at its recipient. */
export type Fate =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'complained' }
  | { readonly kind: 'bounced'; readonly because: 'General' | 'Suppressed' | 'OnAccountSuppressionList' };

/**
 * The fate of one address: the addresses of Amazon's mailbox simulator, domains that cannot exist (RFC 2606
 * `.invalid`), and addresses on the suppression list bounce; all others take delivery.
 */
export function fateOf(address: string, suppressed: ReadonlySet<string>): Fate {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  if (suppressed.has(address.toLowerCase())) return { kind: 'bounced', because: 'OnAccountSuppressionList' };
  if (domain === 'simulator.amazonses.com') {
    // A label after `+` makes several such addresses distinguishable, as Amazon's simulator allows.
    const mailbox = local.split('+')[0];
    if (mailbox === 'bounce') return { kind: 'bounced', because: 'General' };
    if (mailbox === 'suppressionlist') return { kind: 'bounced', because: 'Suppressed' };
    if (mailbox === 'complaint') return { kind: 'complained' };
  }
  if (domain === 'invalid' || domain.endsWith('.invalid')) return { kind: 'bounced', because: 'General' };
  return { kind: 'delivered' };
}

/** The events about one mail and one recipient, in the order they happen. Shapes: SES event publishing contents. */
export function eventsFor(mail: KeptMail, raw: Buffer, recipient: string, fate: Fate): MailEvent[] {
  const about = describe(mail, raw);
  const timestamp = new Date(mail.at).toISOString();
  const delivery: MailEvent = {
    eventType: 'Delivery',
    mail: about,
    delivery: {
      timestamp,
      processingTimeMillis: 400,
      recipients: [recipient],
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'a8-70.smtp-out.amazonses.com',
    },
  };
  if (fate.kind === 'delivered') return [delivery];
  if (fate.kind === 'complained') return [delivery, complaintAbout(mail, raw, recipient)];
  return [
    {
      eventType: 'Bounce',
      mail: about,
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: fate.because,
        bouncedRecipients: [
          {
            emailAddress: recipient,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp,
        feedbackId: feedbackId(),
        reportingMTA: 'dsn; a8-70.smtp-out.amazonses.com',
      },
    },
  ];
}

/** The first event of every accepted mail. */
export function sendEvent(mail: KeptMail, raw: Buffer): MailEvent {
  return { eventType: 'Send', mail: describe(mail, raw), send: {} };
}

/** A recipient marked the mail as spam. */
export function complaintAbout(mail: KeptMail, raw: Buffer, recipient: string): MailEvent {
  const timestamp = new Date(mail.at).toISOString();
  return {
    eventType: 'Complaint',
    mail: describe(mail, raw),
    complaint: {
      complainedRecipients: [{ emailAddress: recipient }],
      timestamp,
      feedbackId: feedbackId(),
      complaintSubType: null,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: timestamp,
    },
  };
}

function describe(mail: KeptMail, raw: Buffer): Record<string, unknown> {
  const headers = readHeaders(raw);
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
  return {
    timestamp: new Date(mail.at).toISOString(),
    source: mail.from,
    sendingAccountId: '000000000000',
    messageId: mail.id,
    destination: mail.to,
    headersTruncated: false,
    headers,
    commonHeaders: {
      from: headerValues(headers, 'From').map(decodeWords),
      to: headerValues(headers, 'To').flatMap(splitAddresses),
      messageId: mail.id,
      subject: mail.subject,
    },
    tags: {
      'ses:operation': ['SendRawEmail'],
      ...(mail.configurationSet === null ? {} : { 'ses:configuration-set': [mail.configurationSet] }),
      'ses:from-domain': [mail.from.split('@')[1] ?? ''],
      ...Object.fromEntries(own),
    },
  };
}

function feedbackId(): string {
  return `0100${Date.now().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
