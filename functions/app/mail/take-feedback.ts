import * as z from 'zod';
import { actorOf } from '#functions/app/context.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { keys } from '#functions/data/keys.ts';
import { replaceItem } from '#functions/data/replace-item.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { DistrictId, MessageId, PersonId } from '#shared/domain/ids.ts';
import { LocalDate } from '#shared/domain/time/local-date.ts';
import { closeMailbox } from './addressee.ts';
import { recordDigest } from './record-digest.ts';

const Address = z.object({ emailAddress: z.string() });

/** The parts of an SES event this program relies on (SES developer guide, "Contents of event data"). */
const MailReport = z.object({
  eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint']),
  mail: z.object({
    messageId: z.string().min(1),
    /** Our own tags; each value comes as a list. */
    tags: z.object({
      district: z.tuple([DistrictId]),
      message: z.tuple([z.string()]),
    }),
  }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(Address) }).optional(),
  complaint: z.object({ complainedRecipients: z.array(Address) }).optional(),
});
export type MailReport = z.infer<typeof MailReport>;

/** The sign-in service mails its codes through the same configuration set, without our tags. */
const NotOurs = z.object({ mail: z.object({ tags: z.object({ message: z.undefined().optional() }) }) });

/**
 * The report inside an EventBridge event; null for a mail that this program did not send.
 * @throws ZodError when a report of our own mail does not look like one.
 */
export function readReport(event: unknown): MailReport | null {
  const { detail } = z.object({ detail: z.unknown() }).parse(event);
  return NotOurs.safeParse(detail).success ? null : MailReport.parse(detail);
}

/** `<person>-<day>` names a digest, `msg_…` a message of the outbox. */
const DigestName = z
  .templateLiteral([PersonId, '-', LocalDate])
  .transform((name) => ({ personId: name.slice(0, 30), day: name.slice(31) }));

/**
 * Takes what the mail service reports. Any report proves that it accepted the message, so a message whose sender
 * crashed before writing that down is closed here and never sent again (I32). A permanent bounce or a complaint
 * closes the address in this district (I38); a passing bounce is the mail service's own affair.
 */
export async function takeFeedback(table: DistrictTable, report: MailReport): Promise<void> {
  const [message] = report.mail.tags.message;
  const digest = DigestName.safeParse(message);
  const personId = digest.success
    ? digest.data.personId
    : await closeMessage(table, message, report.mail.messageId);
  if (digest.success)
    await recordDigest(table, digest.data.personId, digest.data.day, {
      status: 'sent',
      mailServiceId: report.mail.messageId,
    });
  const refusals = refusedBy(report);
  if (refusals === null) return;
  const holder = personId === null ? undefined : await loadPerson(table, personId);
  for (const email of refusals.emails) await closeMailbox(table, email, refusals.because, holder);
}

/** Closes the outbox row and answers whom the message was for; null when it is not one of this district's. */
async function closeMessage(
  table: DistrictTable,
  messageId: string,
  mailServiceId: string,
): Promise<string | null> {
  if (!MessageId.safeParse(messageId).success) return null;
  const { districtId } = table.context;
  const key = { pk: keys.outbox(districtId, messageId), sk: keys.word.outbox };
  const message = await table.get(outboxMessage, key);
  if (message === undefined) return null;
  if (message.status === 'sending')
    await replaceItem(table, outboxMessage, { district: districtId, by: actorOf(table.context) }, message, {
      ...message,
      status: 'done',
      leaseUntil: null,
      mailServiceId,
    });
  return 'personId' in message.body ? message.body.personId : null;
}

function refusedBy(report: MailReport): { because: 'bounce' | 'complaint'; emails: string[] } | null {
  const emails = (list: { emailAddress: string }[]) => list.map(({ emailAddress }) => emailAddress);
  if (report.eventType === 'Bounce' && report.bounce?.bounceType === 'Permanent')
    return { because: 'bounce', emails: emails(report.bounce.bouncedRecipients) };
  if (report.eventType === 'Complaint' && report.complaint)
    return { because: 'complaint', emails: emails(report.complaint.complainedRecipients) };
  return null;
}
