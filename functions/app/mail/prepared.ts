import type { StoredPerson } from '#functions/data/repositories/people.ts';
import type { WrittenMessage } from './write-message.ts';

/** A message as it is now: written and addressed, or not to be sent any more (I33, I38). */
export type PreparedMail =
  | { readonly kind: 'nothing'; readonly because: 'settled' | 'no_address' | 'suppressed' }
  | {
      readonly kind: 'ready';
      readonly to: { readonly name: string; readonly email: string };
      readonly language: 'en' | 'es';
      readonly written: WrittenMessage;
      /** The member of staff whose address it is; a guardian has no record that shows a closed mailbox. */
      readonly holder?: StoredPerson;
      /** Where a mail program may POST to stop mail of this kind (RFC 8058); only on what can be stopped. */
      readonly unsubscribeUrl?: string;
      /** Writes what the mail relies on, such as the link it holds; after the lease, before the attempt. */
      readonly begin?: () => Promise<void>;
    };
