import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '#functions/app/mail/ports.ts';
import { addressOf } from './mailbox.ts';

/**
 * The MIME form of a mail: text and HTML twins, the calendar entry as an alternative part (mail programs show an
 * attachment as a file, an alternative as an invitation), one-click unsubscribe headers (RFC 8058).
 *
 * The Message-ID is made from district and message, so that two copies of one message would be seen as one by
 * whoever compares them. Amazon SES writes its own Message-ID over it; the same name therefore travels in
 * `X-Porchlight-Message` as well.
 */
export async function composeMime(mail: OutgoingMail, mailFrom: string): Promise<Uint8Array> {
  const from = addressOf(mailFrom);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const name = `${mail.messageId}.${mail.districtId}`;
  const composer = new MailComposer({
    from: { name: mail.fromName, address: from },
    to: { name: mail.to.name, address: mail.to.email },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${name}@${domain}>`,
    headers: {
      'Content-Language': mail.language,
      // Asks holiday responders not to answer a machine (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Porchlight-Message': name,
      ...(mail.unsubscribeUrl === null
        ? {}
        : {
            'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    ...(mail.calendar === null
      ? {}
      : {
          icalEvent: {
            method: mail.calendar.method,
            filename: 'visit.ics',
            content: mail.calendar.content,
          },
        }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
