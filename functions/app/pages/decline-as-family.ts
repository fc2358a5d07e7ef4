import type { UseCase } from '#functions/app/use-case.ts';
import { cancellationOf } from '#functions/app/visits/cancel-in.ts';
import { DayBooks, whoseHour } from '#functions/app/visits/day-books.ts';
import { loadVisit } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { declinedByFamily } from '#shared/domain/family/answer-by-family.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { keepAnswer } from './keep-answer.ts';
import { type OpenPage, openPage, visitsOf } from './open-page.ts';

/** Ends everything with the family for this year in one step: what is planned is cancelled, and no is the answer. */
async function endYear(
  table: DistrictTable,
  page: OpenPage,
  event: string,
  doNotContact: boolean,
): Promise<UnitOfWork> {
  const { file, settings } = page;
  const { familyId } = file.family;
  const because = { side: 'family', reason: 'not_asked', by: 'family', at: table.now } as const;
  const visits = await visitsOf(table, file);
  const planned = visits.filter(({ status, startsAt }) => isAhead(status) && startsAt > table.now);
  // What has begun, or waits for an approval, took place or did not: its team says so, and no family waits for that.
  const begun = new Set(visits.filter((one) => !planned.includes(one)).map(({ visitId }) => visitId));
  const work = table.begin(event, familyId);
  const students: StudentYear[] = [];
  const hours = await DayBooks.open(
    table,
    planned.flatMap(whoseHour),
    planned.map(({ localDate }) => localDate),
  );
  for (const { visitId } of planned) {
    const found = await loadVisit(table, visitId);
    if (found === undefined) continue;
    const cancelled = await cancellationOf(table, settings, found, 'cancelled', because, hours);
    cancelled.addTo(work, 'without standings');
    students.push(...cancelled.students);
  }
  hours.keep(work);
  const standings = file.standings.map(
    (one) => students.find(({ studentId }) => studentId === one.studentId) ?? one,
  );
  const before = file.invitation ?? notInvited(familyId, file.link.year);
  const toCome = standings.map((one) => ({
    visits: one.visits.filter(({ visitId }) => !begun.has(visitId)),
  }));
  const invitation = declinedByFamily(before, toCome, table.now);
  keepAnswer(work, file, { invitation, doNotContact, students });
  return work;
}

/** The family would rather have no visit this year. It gives no reason, and it may come back to it. */
export const declineAsFamily: UseCase<'declineAsFamily'> = async ({ table }, context) => {
  const page = await openPage(table, context, readSettings(table));
  const work = await endYear(table, page, 'family.declined', page.file.family.doNotContact);
  return work.commit({ said: 'declined' as const });
};

/** The family asks not to be contacted: no invitation, mail or reminder about it leaves any more. */
export const stopContact: UseCase<'stopContact'> = async ({ table }, context) => {
  const page = await openPage(table, context, readSettings(table));
  const work = await endYear(table, page, 'family.do_not_contact', true);
  return work.commit({ said: 'stopped' as const });
};

/** The family may be contacted again: its answer stays the no that it gave, until it gives another. */
export const allowContact: UseCase<'allowContact'> = async ({ table }, context) => {
  const { file } = await openPage(table, context, readSettings(table));
  const { familyId } = file.family;
  const work = table.begin('family.contact_allowed', familyId);
  const invitation = file.invitation ?? notInvited(familyId, file.link.year);
  keepAnswer(work, file, { invitation, doNotContact: false });
  return work.commit({ said: 'welcome_back' as const });
};
