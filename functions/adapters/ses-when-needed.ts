import type { EmailSender } from '#functions/app/mail/ports.ts';
import type { SesSettings } from './ses-email-sender.ts';

/**
 * The mail service, whose client and MIME composer are loaded with the first mail that really goes out: most of what
 * is asked for has been settled meanwhile, and the two would add half of a bare function's start.
 */
export function sesWhenNeeded(settings: SesSettings): EmailSender {
  let opened: Promise<EmailSender> | undefined;
  return {
    async send(mail) {
      opened ??= import('./ses-email-sender.ts').then(({ openSesSender }) => openSesSender(settings));
      return (await opened).send(mail);
    },
  };
}
