import { announcement } from '#functions/data/entities/schools.ts';
import { visit as visitEntity } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';
import type { FamilyFile } from '#functions/data/repositories/families.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { familyCalendar } from '#functions/email/family-calendar.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import type { MailLanguage } from '#functions/email/mail-language.ts';
import { familyAnnouncement } from '#functions/email/messages/family-announcement.ts';
import { familyInvited } from '#functions/email/messages/family-invited.ts';
import {
  familyVisitCancelled,
  familyVisitConfirm,
  familyVisitScheduled,
} from '#functions/email/messages/family-visit.ts';
import { versionIn } from '#shared/domain/announcement/reach.ts';
import type { FamilyMailBody } from '#shared/domain/outbox/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { tookPlace } from '#shared/domain/visit/states.ts';
import type { MailSettings } from './deps.ts';
import type { WrittenMessage } from './write-message.ts';

/** The guardian a mail is for, and what it may name. */
export interface FamilyReader {
  readonly name: string;
  readonly email: string;
  readonly language: MailLanguage;
  readonly file: FamilyFile;
  readonly schools: readonly { readonly schoolId: string; readonly name: string }[];
  /** The address of the family's page, made for this mail. */
  readonly page: string;
}

/** What a mail to a family is about, as it is now. */
export interface FamilyMatter {
  /** The school year of it: the family's answer of this year counts, and the link holds as long. */
  readonly year: string;
  /** The language in which it can be said, the wanted one if possible. */
  readonly languageFor: (wanted: MailLanguage) => MailLanguage;
  /** Null when there is nothing to say any more (I33). */
  readonly write: (reader: FamilyReader) => WrittenMessage | null;
}

interface Sender {
  readonly table: DistrictTable;
  readonly settings: MailSettings;
  readonly letterhead: Letterhead;
}
type Body<Kind extends FamilyMailBody['kind']> = Extract<FamilyMailBody, { kind: Kind }>;
type AboutVisit = Body<'family_visit_scheduled' | 'family_visit_cancelled' | 'family_visit_confirm'>;
const asWanted = (wanted: MailLanguage): MailLanguage => wanted;

/** Reads what a mail to a family is about; null when that is gone. */
export async function familyMatter(sender: Sender, body: FamilyMailBody): Promise<FamilyMatter | null> {
  if (body.kind === 'family_announcement') return announced(sender, body);
  return body.kind === 'family_invited' ? invited(sender, body) : aboutVisit(sender, body);
}

async function announced(
  { table, letterhead }: Sender,
  { schoolId, announcementId }: Body<'family_announcement'>,
): Promise<FamilyMatter | null> {
  const pk = keys.ownSchool(table.context.districtId, schoolId);
  const sent = await table.get(announcement, { pk, sk: keys.announcement(announcementId) });
  if (sent === undefined) return null;
  return {
    year: sent.year,
    languageFor: (wanted) => versionIn(wanted, sent.versions)?.language ?? wanted,
    write(reader) {
      const words = versionIn(reader.language, sent.versions)?.words;
      const data = { reader, letterhead, familyPage: reader.page };
      return words === undefined
        ? null
        : { rendered: familyAnnouncement({ ...data, words }), calendar: null };
    },
  };
}

/** Whoever has answered meanwhile is not asked again. */
const invited = ({ letterhead }: Sender, { year }: Body<'family_invited'>): FamilyMatter => ({
  year,
  languageFor: asWanted,
  write(reader) {
    if (reader.file.invitation?.status !== 'invited') return null;
    const rendered = familyInvited({
      reader,
      letterhead,
      schools: reader.schools.map(({ name }) => name),
      children: reader.file.standings.map(({ givenName }) => givenName),
      familyPage: reader.page,
    });
    return { rendered, calendar: null };
  },
});

/** Of several changes of a visit only the newest is told; each carries the calendar entry as it is then. */
async function aboutVisit(sender: Sender, body: AboutVisit): Promise<FamilyMatter | null> {
  const { table, letterhead } = sender;
  const visit = await table.get(visitEntity, {
    pk: keys.visit(table.context.districtId, body.visitId),
    sk: keys.word.visit,
  });
  if (visit === undefined || !stillSo(visit, body)) return null;
  return {
    year: visit.year,
    languageFor: asWanted,
    write(reader) {
      const data = { reader, letterhead, visit, familyPage: reader.page };
      if (body.kind === 'family_visit_confirm') return { rendered: familyVisitConfirm(data), calendar: null };
      return body.kind === 'family_visit_cancelled'
        ? { rendered: familyVisitCancelled(data), calendar: calendarOf(sender, visit, reader, 'CANCEL') }
        : { rendered: familyVisitScheduled(data), calendar: calendarOf(sender, visit, reader, 'REQUEST') };
    },
  };
}

function stillSo(visit: Visit, body: AboutVisit): boolean {
  if (body.kind === 'family_visit_confirm') return tookPlace(visit.status) && visit.confirmedAt === null;
  const status = body.kind === 'family_visit_cancelled' ? 'cancelled' : 'scheduled';
  return visit.status === status && visit.sequence === body.sequence;
}

const calendarOf = (
  { table, settings, letterhead }: Sender,
  visit: Visit,
  { name, email, language, schools }: FamilyReader,
  method: 'REQUEST' | 'CANCEL',
) =>
  familyCalendar({
    method,
    visit,
    language,
    schoolName: schools.find(({ schoolId }) => schoolId === visit.schoolId)?.name ?? letterhead.districtName,
    organizer: { name: letterhead.districtName, email: settings.fromAddress },
    attendee: { name, email },
    now: table.now,
  });
