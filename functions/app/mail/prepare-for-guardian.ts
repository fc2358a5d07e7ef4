import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { type FamilyFile, type FamilyNow, loadFamilyNow } from '#functions/data/repositories/families.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { links } from '#functions/email/links.ts';
import { mailLanguageOf } from '#functions/email/mail-language.ts';
import { addressOf, mayBeAnnouncedTo, readersOf } from '#shared/domain/announcement/reach.ts';
import { linkHolds } from '#shared/domain/family/link.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import type { FamilyMailBody } from '#shared/domain/outbox/model.ts';
import { openMailbox } from './addressee.ts';
import type { MailDeps } from './deps.ts';
import { familyMatter } from './family-matter.ts';
import type { PreparedMail } from './prepared.ts';

const settled: PreparedMail = { kind: 'nothing', because: 'settled' };

/**
 * A mail to a guardian as things are at the moment of sending (I33): a family that declined or wants to be left alone,
 * and a guardian whom nothing may reach, get none (I12). A family that became one with another since it was asked for
 * is reached through the household it belongs to now. The link to the family’s page is made here and stands in
 * this one mail.
 */
export async function prepareForGuardian(
  { table, settings, newSecret }: MailDeps,
  letterhead: Letterhead,
  messageId: string,
  body: FamilyMailBody,
): Promise<PreparedMail> {
  const [matter, { schoolYears }] = await Promise.all([
    familyMatter({ table, settings, letterhead }, body),
    recentSettings(table),
  ]);
  const year = schoolYears.find((one) => one.year === matter?.year);
  const file = year && (await loadFamilyNow(table, body.familyId, year.year));
  const reader = file && readerIn(file, file.guardianNow(body.guardianId));
  if (matter === null || year === undefined || file === undefined || reader === undefined) return settled;
  const { familyId, guardianId } = reader;
  const mail = { messageId, matter: occurrenceOf(body) };
  if (!isAskedAnew(file, body) && toldByAnother(file, reader, mail)) return settled;
  if (body.kind === 'family_announcement' && file.withoutAnnouncements.includes(guardianId)) return settled;
  const [mailbox, schools] = await Promise.all([
    openMailbox(table, reader.email),
    loadSchools(
      table,
      file.standings.map(({ schoolId }) => schoolId),
    ),
  ]);
  if (!mailbox.open) return { kind: 'nothing', because: mailbox.because };

  const { link, row } = newFamilyLink({
    districtId: table.context.districtId,
    familyId,
    guardianId,
    year,
    via: 'mail',
    madeBy: 'system:email-sender',
    mail,
    now: table.now,
    secret: newSecret(),
  });
  // Every mail leads to the page: once the year is over, as after a visit that was logged late, it would lead nowhere.
  if (!linkHolds(row, table.now)) return settled;
  const to = { name: reader.name, email: mailbox.email };
  const language = matter.languageFor(mailLanguageOf(file.family.language));
  const page = links.familyPage(letterhead.webOrigin, link);
  const written = matter.write({ ...to, language, file, schools, page });
  if (written === null) return settled;
  return {
    kind: 'ready',
    to,
    language,
    written,
    ...(body.kind === 'family_announcement'
      ? { unsubscribeUrl: links.unsubscribePost(letterhead.webOrigin, link) }
      : {}),
    begin: async () => {
      const work = table.begin('family_link.made', familyId);
      work.create(familyLink, row);
      await work.commit(null);
    },
  };
}

/** What happened, of which a guardian is told once. */
function occurrenceOf(body: FamilyMailBody): string {
  switch (body.kind) {
    case 'family_announcement':
      return `${body.kind} ${body.announcementId}`;
    case 'family_invited':
      return `${body.kind} ${body.year}`;
    case 'family_visit_confirm':
      return `${body.kind} ${body.visitId}`;
    default:
      return `${body.kind} ${body.visitId} ${body.sequence}`;
  }
}

/**
 * Whoever invites a household once more means a new mail. The invitation that the household has now is that one; an
 * earlier one, or one to a family that became part of it, is not.
 */
const isAskedAnew = ({ family, invitation }: FamilyNow, body: FamilyMailBody): boolean =>
  body.kind === 'family_invited' &&
  body.familyId === family.familyId &&
  body.invitedAt !== undefined &&
  body.invitedAt === invitation?.invitedAt;

/**
 * Both families of a household that became one may have been told the same; whom both named hears it once (I32), also
 * where rosters keep two entries of one person: their address is one.
 */
function toldByAnother(
  { mailed, guardians }: FamilyNow,
  reader: Pick<Guardian, 'email'>,
  { messageId, matter }: { readonly messageId: string; readonly matter: string },
): boolean {
  const ids = guardians
    .filter((one) => addressOf(one) === addressOf(reader))
    .map(({ guardianId }) => guardianId);
  return mailed.some(
    ({ guardianId, mail }) =>
      guardianId !== null &&
      ids.includes(guardianId) &&
      mail?.matter === matter &&
      mail.messageId !== messageId,
  );
}

/** The guardian, if the family may be written to and the guardian may be reached. */
function readerIn(file: FamilyFile, guardianId: string) {
  const { doNotContact } = file.family;
  const invitation = file.invitation?.status ?? 'not_invited';
  if (!mayBeAnnouncedTo({ doNotContact, invitation })) return undefined;
  return readersOf(file.guardians).find((one) => one.guardianId === guardianId);
}
