import type { DistrictTable } from '#functions/data/tables.ts';
import type { EmailSender } from './ports.ts';

/** What delivering mail needs. The instant is the table's. */
export interface MailDeps {
  readonly table: DistrictTable;
  readonly sender: EmailSender;
  readonly settings: MailSettings;
  /** 128 random bits as 22 characters: the secret of an unsubscribe link. */
  readonly newSecret: () => string;
}

export interface MailSettings {
  /** The address all mail comes from, and the organizer of calendar entries. */
  readonly fromAddress: string;
  readonly postalAddress: string;
  /** `https://…` without a slash at the end. */
  readonly webOrigin: string;
}

/** What became of a job, for the log. */
export type Delivery =
  /** `again`: an earlier attempt was never answered nor reported, so this may be the second copy. */
  | { readonly kind: 'sent'; readonly message: string; readonly again: boolean }
  | { readonly kind: 'dropped'; readonly reason: 'settled' | 'no_address' | 'suppressed' | 'refused' }
  | { readonly kind: 'done_before' | 'leased' | 'uncertain' | 'moved' | 'nothing_due' };
