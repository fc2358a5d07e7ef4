import * as z from 'zod';
import { MailReport, takeFeedback } from '#functions/app/mail/take-feedback.ts';
import { log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

/** EventBridge wraps what SES reports. */
const Envelope = z.object({ detail: MailReport });
const open = districtOpener('email-feedback');

export const handler = queueHandler(async (body, now) => {
  const { detail } = Envelope.parse(body);
  const [districtId] = detail.mail.tags.district;
  const [message] = detail.mail.tags.message;
  await takeFeedback(await open(districtId, now), detail);
  log.info('MAIL_FEEDBACK', { district: districtId, subject: message, kind: detail.eventType });
});
