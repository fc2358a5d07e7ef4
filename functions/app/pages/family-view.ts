import { todayIn } from '#functions/app/district-rules.ts';
import { familyFeedback, familyWants, visit as visitEntity } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople, loadSchools } from '#functions/data/repositories/people.ts';
import { loadVisits } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { FamilyView, FamilyVisit } from '#shared/contract/family-view.ts';
import type { FamilyFeedback } from '#shared/domain/family/feedback.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead, tookPlace } from '#shared/domain/visit/states.ts';
import { type OpenPage, visitsOf } from './open-page.ts';

/** Gathers what a family's page shows: one more round of reads after the page is open. */
export async function familyView(table: DistrictTable, page: OpenPage): Promise<FamilyView> {
  const { file, guardian, settings } = page;
  const { invitation, standings, link } = file;
  const invitedBy = invitation?.invitedBy ?? null;
  const everyVisit = { index: 'gsi1', pk: keys.family(table.context.districtId, link.familyId) } as const;
  const [visits, held, schools, inviters] = await Promise.all([
    visitsOf(table, file),
    table.queryAll(everyVisit).then((items) => readAll(visitEntity, items)),
    loadSchools(
      table,
      standings.map(({ schoolId }) => schoolId),
    ),
    loadPeople(table, invitedBy === null ? [] : [invitedBy]),
  ]);
  const past = visits.filter(hasBeen);
  const standing = new Set(visits.map(({ visitId }) => visitId));
  const ended = held.filter(({ visitId, startsAt }) => startsAt > table.now && !standing.has(visitId));
  const [{ feedback: said, wants }, endedNow] = await Promise.all([
    wordsOn(table, held),
    loadVisits(
      table,
      ended.map(({ visitId }) => visitId),
    ),
  ]);
  // By the policy alone: a link lives some hours longer than its school year, and no next one may be set yet.
  const policy = policyOn(settings.policies, todayIn(settings, table.now))?.settings;
  refuseUnless(policy !== undefined, 'policy.none');
  const nameOf = (studentId: string) => standings.find((one) => one.studentId === studentId)?.givenName ?? '';
  return {
    district: settings.district.name,
    schools: schools.map(({ name }) => name).sort(),
    year: link.year,
    children: standings.map(({ givenName }) => givenName),
    language: file.family.language,
    doNotContact: file.family.doNotContact,
    status: invitation?.status ?? 'not_invited',
    invitedBy: inviters[0]?.name ?? null,
    wishes: invitation?.wishes ?? null,
    kinds: policy.visitTypes,
    ahead: visits
      .filter(({ status, startsAt }) => isAhead(status) && startsAt > table.now)
      .map((visit) => visitView(visit, said)),
    // One that was only proposed, and that nobody settled in time, is no visit.
    begun: visits
      .filter(({ status, startsAt }) => status === 'scheduled' && startsAt <= table.now)
      .map((visit) => visitView(visit, said)),
    calledOff: endedNow.filter(mayBeInCalendar),
    past: past.reverse().map((visit) => visitView(visit, said)),
    hopes: file.hopes.map(({ studentId, words, status }) => ({
      studentId,
      words,
      status,
      child: nameOf(studentId),
    })),
    kept: {
      adult: guardian && { name: guardian.name, email: guardian.email, phone: guardian.phone },
      announcementsStopped: guardian !== null && file.withoutAnnouncements.includes(guardian.guardianId),
      otherAdults: file.guardians.length - (guardian === null ? 0 : 1),
      visits: held.length,
      feedback: said.length,
      wants,
      ...file.kept,
    },
  };
}

/** Visits the family may speak about: those that took place, also while their late entry waits. */
export const hasBeen = ({ status }: Pick<Visit, 'status'>): boolean =>
  tookPlace(status) || status === 'awaiting_approval';

/** Only a visit that stood could be taken down. */
const mayBeInCalendar = ({ status, stoodSince }: Pick<Visit, 'status' | 'stoodSince'>): boolean =>
  status === 'cancelled' && stoodSince !== null;

/** What the family said about its visits, and how often somebody noted what it would like one to be about. */
async function wordsOn(
  table: DistrictTable,
  visits: readonly Pick<Visit, 'visitId'>[],
): Promise<{ feedback: FamilyFeedback[]; wants: number }> {
  const { feedback, familyWants: wants } = keys.word;
  const wanted = visits.flatMap(({ visitId }) =>
    [feedback, wants].map((sk) => ({ pk: keys.visit(table.context.districtId, visitId), sk })),
  );
  const items = await table.getMany(wanted);
  return {
    feedback: readAll(familyFeedback, items),
    wants: readAll(familyWants, items).filter(({ words }) => words !== '').length,
  };
}

const visitView = (visit: Visit, said: readonly FamilyFeedback[]): FamilyVisit => ({
  ...visit,
  team: visit.team.filter(({ answer }) => answer !== 'no').map(({ name }) => name),
  children: visit.students.map(({ givenName }) => givenName),
  feedback: said.find(({ visitId }) => visitId === visit.visitId) ?? null,
});
