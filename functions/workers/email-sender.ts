import { addressOf } from '#functions/adapters/mailbox.ts';
import { newSecret } from '#functions/adapters/secrets.ts';
import { sesWhenNeeded } from '#functions/adapters/ses-when-needed.ts';
import { deliverDigest } from '#functions/app/mail/deliver-digest.ts';
import { deliverMessage } from '#functions/app/mail/deliver-message.ts';
import type { Delivery } from '#functions/app/mail/deps.ts';
import { MailJob } from '#functions/app/mail/jobs.ts';
import { TryLater } from '#functions/app/mail/lease.ts';
import { readEnv } from '#functions/platform/env.ts';
import { type LogFields, log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

const env = readEnv('mail');
const settings = {
  fromAddress: addressOf(env.MAIL_FROM),
  postalAddress: env.MAIL_POSTAL_ADDRESS,
  webOrigin: env.WEB_ORIGIN.replace(/\/$/, ''),
};
const sender = sesWhenNeeded({
  mailFrom: env.MAIL_FROM,
  configurationSet: env.MAIL_CONFIGURATION_SET,
});
const open = districtOpener('email-sender');

export const handler = queueHandler(async (body, now) => {
  const job = MailJob.parse(body);
  const deps = { table: await open(job.districtId, now), sender, settings, newSecret };
  const about = {
    district: job.districtId,
    subject: job.kind === 'message' ? job.messageId : job.personId,
    kind: job.kind,
  };
  try {
    const delivery = await (job.kind === 'message'
      ? deliverMessage(deps, job.messageId)
      : deliverDigest(deps, job.personId));
    tell(delivery, about);
  } catch (error) {
    if (error instanceof TryLater)
      log.warn(error.why === 'uncertain' ? 'MAIL_UNCERTAIN' : 'MAIL_WAITS', { ...about, reason: error.why });
    throw error;
  }
});

function tell(delivery: Delivery, about: LogFields): void {
  switch (delivery.kind) {
    case 'sent':
      log.info('MAIL_SENT', { ...about, subject: delivery.message });
      if (delivery.again) log.warn('MAIL_SENT_AGAIN', { ...about, subject: delivery.message });
      return;
    case 'dropped':
      log.info(about.kind === 'digest' ? 'REMINDER_DROPPED' : 'MAIL_DROPPED', {
        ...about,
        reason: delivery.reason,
      });
      return;
    case 'uncertain':
      log.warn('MAIL_UNCERTAIN', about);
      return;
    case 'moved':
    case 'leased':
      log.info('MAIL_WAITS', { ...about, reason: delivery.kind });
      return;
    case 'done_before':
    case 'nothing_due':
      return;
  }
}
