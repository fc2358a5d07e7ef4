import { attendance, training } from '#functions/data/entities/trainings.ts';
import { readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { type TrainingNews, trainingNews } from '#functions/email/messages/training-news.ts';
import { trainingInvitation } from '#functions/email/training-invitation.ts';
import type { MailBody } from '#shared/domain/outbox/model.ts';
import type { Person } from '#shared/domain/person/model.ts';
import type { Attendance, Training } from '#shared/domain/training/model.ts';
import type { MailSettings } from './deps.ts';
import type { WrittenMessage } from './write-message.ts';

const kinds = ['training_seat', 'training_left', 'training_cancelled'] as const;
type TrainingMail = Extract<MailBody, { kind: (typeof kinds)[number] }>;

export const isAboutTraining = (body: MailBody): body is TrainingMail =>
  (kinds as readonly string[]).includes(body.kind);

/** What is true now of a seat in a training; null when a later message says it, or nothing is left to say (I33). */
export async function writeTrainingMessage(
  table: DistrictTable,
  settings: MailSettings,
  letterhead: Letterhead,
  body: TrainingMail,
  reader: Person,
): Promise<WrittenMessage | null> {
  const pk = keys.training(table.context.districtId, body.trainingId);
  const items = await table.getMany([
    { pk, sk: keys.word.training },
    { pk, sk: keys.attendee(reader.personId) },
  ]);
  const found = readOne(training, items);
  if (found === undefined || found.plan === null || found.sequence !== body.sequence) return null;
  const own = readOne(attendance, items);
  const news = newsOf(body, found, own);
  if (news === null || reader.email === null) return null;
  const { district } = await recentSettings(table);
  const mailed = { ...found, plan: found.plan, timeZone: district.timeZone };
  return {
    rendered: trainingNews({ reader, letterhead, training: mailed, news }),
    calendar:
      news === 'waitedInVain'
        ? null
        : trainingInvitation({
            method: news === 'seat' || news === 'changed' ? 'REQUEST' : 'CANCEL',
            training: mailed,
            reader: { name: reader.name, email: reader.email, language: reader.language },
            organizer: { name: letterhead.districtName, email: settings.fromAddress },
            webOrigin: settings.webOrigin,
            now: table.now,
          }),
  };
}

function newsOf(
  body: TrainingMail,
  { cancelledAt }: Training,
  own: Attendance | undefined,
): TrainingNews | null {
  if (body.kind === 'training_cancelled')
    return cancelledAt === null || own === undefined
      ? null
      : own.status === 'waiting'
        ? 'waitedInVain'
        : 'cancelled';
  if (cancelledAt !== null) return null;
  if (body.kind === 'training_left') return own?.status === 'signed_up' ? null : 'left';
  if (own?.status !== 'signed_up') return null;
  return body.changed ? 'changed' : 'seat';
}
