import { randomBytes } from 'node:crypto';
import { SESClient } from '@aws-sdk/client-ses';
import { addressOf } from '#functions/adapters/mime-message.ts';
import { oneAttempt, sesEmailSender } from '#functions/adapters/ses-email-sender.ts';
import { deliverDigest } from '#functions/app/mail/deliver-digest.ts';
import { deliverMessage } from '#functions/app/mail/deliver-message.ts';
import { MailJob } from '#functions/app/mail/jobs.ts';
import { TryLater } from '#functions/app/mail/lease.ts';
import { readEnv } from '#functions/platform/env.ts';
import { log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

const env = readEnv('mail');
const settings = {
  fromAddress: addressOf(env.MAIL_FROM),
  postalAddress: env.MAIL_POSTAL_ADDRESS,
  webOrigin: env.WEB_ORIGIN.replace(/\/$/, ''),
};
const sender = sesEmailSender(new SESClient(oneAttempt), {
  mailFrom: env.MAIL_FROM,
  configurationSet: env.MAIL_CONFIGURATION_SET,
});
const newSecret = (): string => randomBytes(16).toString('base64url');
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
    if (delivery.kind === 'sent') log.info('MAIL_SENT', { ...about, subject: delivery.message });
    else if (delivery.kind === 'uncertain') log.warn('MAIL_UNCERTAIN', about);
    else if (delivery.kind === 'dropped' && job.kind === 'digest')
      log.info('REMINDER_DROPPED', { ...about, reason: delivery.reason });
    else log.info('MAIL_DROPPED', { ...about, reason: reasonOf(delivery) });
  } catch (error) {
    if (error instanceof TryLater) log.warn('MAIL_UNCERTAIN', { ...about, reason: error.message });
    throw error;
  }
});

const reasonOf = (delivery: { readonly kind: string; readonly reason?: string }): string =>
  delivery.reason ?? delivery.kind;
