import type { LinkContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { forgetful } from '#functions/app/letters/letter-of.ts';
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
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { keepAnswer } from './keep-answer.ts';
import { type OpenPage, openPage, visitsOf } from './open-page.ts';

interface Ending {
  /** Names the audit entry. */
  readonly event: string;
  /** That nobody contacts the family from then on; undefined leaves it as it is. */
  readonly doNotContact?: boolean;
}

/**
 * Ends everything with the family for this year in one transaction: what is planned is cancelled, and no is the answer.
 * Where that is more than one holds, the soonest visits are cancelled before, each in a transaction of its own: that is
 * what the family could have done first itself, and a repeat finds the rest. The no comes last, so at no moment a visit
 * is planned with a family that said no; one that is planned meanwhile meets the no on the standings and is cancelled
 * with the others.
 */
async function endYear(table: DistrictTable, context: LinkContext, ending: Ending): Promise<UnitOfWork> {
  for (;;) {
    const page = await openPage(table, context, readSettings(table));
    const visits = await visitsOf(table, page.file);
    const planned = visits.filter(({ status, startsAt }) => isAhead(status) && startsAt > table.now);
    const work = await allAtOnce(table, page, visits, planned, ending);
    const [soonest] = planned;
    if (work.fits || soonest === undefined) return work;
    await cancelAlone(table, page, soonest.visitId);
  }
}

const becauseOf = (now: string) => ({ side: 'family', reason: 'not_asked', by: 'family', at: now }) as const;

/** One visit is cancelled by itself. It is no answer to the request: that one is kept with the last transaction. */
async function cancelAlone(table: DistrictTable, { settings }: OpenPage, visitId: string): Promise<void> {
  const found = await loadVisit(table, visitId);
  if (found === undefined) throw notFound('visit');
  const cancelled = await cancellationOf(table, settings, found, 'cancelled', becauseOf(table.now));
  const work = forgetful(table).begin('visit.cancelled', visitId);
  cancelled.addTo(work, 'with standings');
  await work.commit(null);
}

async function allAtOnce(
  table: DistrictTable,
  { file, settings }: OpenPage,
  visits: readonly Visit[],
  planned: readonly Visit[],
  { event, doNotContact = file.family.doNotContact }: Ending,
): Promise<UnitOfWork> {
  const { familyId } = file.family;
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
    const cancelled = await cancellationOf(table, settings, found, 'cancelled', becauseOf(table.now), hours);
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
  const work = await endYear(table, context, { event: 'family.declined' });
  return work.commit({ said: 'declined' as const });
};

/** The family asks not to be contacted: no invitation, mail or reminder about it leaves any more. */
export const stopContact: UseCase<'stopContact'> = async ({ table }, context) => {
  const work = await endYear(table, context, { event: 'family.do_not_contact', doNotContact: true });
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
