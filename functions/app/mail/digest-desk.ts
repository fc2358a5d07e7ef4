import { todayIn } from '#functions/app/district-rules.ts';
import { digest } from '#functions/data/entities/people.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings, type Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { type MailingCalendar, mailingCalendarOf } from '#shared/domain/reminder/mailing-window.ts';
import type { Digest, Reminder } from '#shared/domain/reminder/model.ts';
import { addDays } from '#shared/domain/time/zoned.ts';

/** Where no policy holds (between two years), mail keeps to the hours a district starts with. */
const usualHours = { mailFrom: '07:00', mailUntil: '20:00' };

/** What lies before the sender when it turns to one person. */
export interface DigestDesk {
  readonly settings: Settings;
  readonly calendar: MailingCalendar;
  /** Today in the district's zone. */
  readonly today: string;
  /** Today's digest, if one was begun. */
  readonly digest: Kept<Digest> | undefined;
  /** Reminders due by now and still planned. */
  readonly due: readonly Kept<Reminder>[];
  /** Ends of the leases of digests, today's and yesterday's, whose fate is not known yet. */
  readonly openLeases: readonly string[];
}

/** The newest reminders of a person looked at in one pass; what is left is due again in the next. */
const mostAtOnce = 100;

/** Reads everything a decision about one person's digest needs: settings, digests of two days, due reminders. */
export async function readDesk(table: DistrictTable, personId: string): Promise<DigestDesk> {
  const { districtId } = table.context;
  const settings = await readSettings(table);
  const today = todayIn(settings, table.now);
  const pk = keys.person(districtId, personId);
  const [digestItems, reminderItems] = await Promise.all([
    table.getMany([today, addDays(today, -1)].map((day) => ({ pk, sk: keys.digest(day) }))),
    table.queryPage(
      {
        index: 'gsi1',
        pk,
        prefix: keys.ownReminders,
        until: `${keys.ownReminders}${table.now}\u{10FFFF}`,
        descending: true,
      },
      { limit: mostAtOnce },
    ),
  ]);
  const digests = readAll(digest, digestItems);
  const due = readAll(reminder, reminderItems.items).filter(
    ({ status, dueAt }) => status === 'planned' && Date.parse(dueAt) <= Date.parse(table.now),
  );
  return {
    settings,
    calendar: mailingCalendarOf(
      settings.district,
      policyOn(settings.policies, today)?.settings ?? usualHours,
      schoolYearOn(settings.schoolYears, today),
    ),
    today,
    digest: digests.find(({ day }) => day === today),
    due,
    openLeases: digests.filter(({ status }) => status === 'sending').map(({ leaseUntil }) => leaseUntil),
  };
}
