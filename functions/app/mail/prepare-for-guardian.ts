import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { announcement } from '#functions/data/entities/schools.ts';
import { keys } from '#functions/data/keys.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { links } from '#functions/email/links.ts';
import { familyAnnouncement } from '#functions/email/messages/family-announcement.ts';
import { mailLanguageOf } from '#functions/email/words.ts';
import { mayBeAnnouncedTo, readersOf, versionIn } from '#shared/domain/announcement/reach.ts';
import type { FamilyMailBody } from '#shared/domain/outbox/model.ts';
import { openMailbox } from './addressee.ts';
import type { MailDeps } from './deps.ts';
import type { PreparedMail } from './prepared.ts';

/**
 * A mail to a guardian as things are at the moment of sending (I33): a family that declined or wants to be left alone,
 * and a guardian whom nothing may reach, get none (I12). The link to the family’s page is made here and stands in
 * this one mail.
 */
export async function prepareForGuardian(
  { table, newSecret }: MailDeps,
  letterhead: Letterhead,
  { familyId, guardianId, schoolId, announcementId }: FamilyMailBody,
): Promise<PreparedMail> {
  const { districtId } = table.context;
  const [sent, settings] = await Promise.all([
    table.get(announcement, {
      pk: keys.ownSchool(districtId, schoolId),
      sk: keys.announcement(announcementId),
    }),
    recentSettings(table),
  ]);
  const year = settings.schoolYears.find((one) => one.year === sent?.year);
  if (sent === undefined || year === undefined) return { kind: 'nothing', because: 'settled' };
  const file = await loadFamily(table, familyId, sent.year);
  const reader =
    file !== undefined &&
    mayBeAnnouncedTo({
      doNotContact: file.family.doNotContact,
      invitation: file.invitation?.status ?? 'not_invited',
    })
      ? readersOf(file.guardians).find((one) => one.guardianId === guardianId)
      : undefined;
  if (file === undefined || reader === undefined) return { kind: 'nothing', because: 'settled' };
  const mailbox = await openMailbox(table, reader.email);
  if (!mailbox.open) return { kind: 'nothing', because: mailbox.because };
  const version = versionIn(mailLanguageOf(file.family.language), sent.versions);
  if (version === null) return { kind: 'nothing', because: 'settled' };
  const { link, row } = newFamilyLink({
    districtId,
    familyId,
    guardianId,
    year,
    via: 'mail',
    madeBy: 'system:email-sender',
    now: table.now,
    secret: newSecret(),
  });
  return {
    kind: 'ready',
    to: { name: reader.name, email: mailbox.email },
    language: version.language,
    written: {
      rendered: familyAnnouncement({
        reader: { name: reader.name, language: version.language },
        letterhead,
        words: version.words,
        familyPage: links.familyPage(letterhead.webOrigin, link),
      }),
      calendar: null,
    },
    begin: async () => {
      const work = table.begin('family_link.made', familyId);
      work.create(familyLink, row);
      await work.commit(null);
    },
  };
}
