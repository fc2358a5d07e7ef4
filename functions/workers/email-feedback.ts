import { readReport, takeFeedback } from '#functions/app/mail/take-feedback.ts';
import { log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

const open = districtOpener('email-feedback');

export const handler = queueHandler(async (body, now) => {
  const report = readReport(body);
  if (report === null) return;
  const [districtId] = report.mail.tags.district;
  const [message] = report.mail.tags.message;
  await takeFeedback(await open(districtId, now), report);
  log.info('MAIL_FEEDBACK', { district: districtId, subject: message, kind: report.eventType });
});
