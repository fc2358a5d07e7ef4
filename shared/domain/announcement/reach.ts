import type { Guardian, InvitationStatus } from '../family/model.ts';
import type { AnnouncementWords, Versions } from './model.ts';

/** A family that declined this year, or asked to be left alone, gets no announcement (I12). */
export const mayBeAnnouncedTo = (of: {
  readonly doNotContact: boolean;
  readonly invitation: InvitationStatus;
}): boolean => !of.doNotContact && of.invitation !== 'declined';

type Reader = Pick<Guardian, 'email' | 'noContact'>;

/** An address as addresses are compared; empty where there is none. */
export const addressOf = ({ email }: Pick<Reader, 'email'>): string => email?.trim().toLowerCase() ?? '';

/** True when the guardian's mail is also read by one of the household whom nothing of the program may reach. */
export const readByUnreachable = (reader: Reader, guardians: readonly Reader[]): boolean =>
  addressOf(reader) !== '' && guardians.some((one) => one.noContact && addressOf(one) === addressOf(reader));

/**
 * The guardians of one household who get a mail: those with an address whom the program may reach, and that nobody
 * reads whom it may not. Two who share an address get one.
 */
export function readersOf<G extends Reader>(guardians: readonly G[]): G[] {
  const addresses = new Set<string>();
  return guardians.filter((guardian) => {
    const address = addressOf(guardian);
    if (guardian.noContact || address === '' || addresses.has(address)) return false;
    if (readByUnreachable(guardian, guardians)) return false;
    addresses.add(address);
    return true;
  });
}

/** Those of them who have not stopped announcements by the one click at the head of the mail (I37). */
export const announcementReadersOf = <G extends Pick<Guardian, 'email' | 'noContact' | 'guardianId'>>(of: {
  readonly guardians: readonly G[];
  readonly withoutAnnouncements: readonly string[];
}): G[] => readersOf(of.guardians).filter(({ guardianId }) => !of.withoutAnnouncements.includes(guardianId));

/** The version for a reader: their own language, else the one that was written. */
export function versionIn(
  language: 'en' | 'es',
  { en, es }: Versions,
): { readonly language: 'en' | 'es'; readonly words: AnnouncementWords } | null {
  const order = language === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const);
  const written = order.find((one) => ({ en, es })[one] !== null);
  const words = written === undefined ? null : { en, es }[written];
  return written === undefined || words === null ? null : { language: written, words };
}
