import { todayIn } from '#functions/app/district-rules.ts';
import { familyFeedback } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople, loadSchools } from '#functions/data/repositories/people.ts';
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
  const [visits, schools, inviters] = await Promise.all([
    visitsOf(table, file),
    loadSchools(
      table,
      standings.map(({ schoolId }) => schoolId),
    ),
    loadPeople(table, invitedBy === null ? [] : [invitedBy]),
  ]);
  const past = visits.filter(hasBeen);
  const said = await feedbackOn(table, past);
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
    ahead: visits.filter(({ status }) => isAhead(status)).map((visit) => visitView(visit, said)),
    past: past.reverse().map((visit) => visitView(visit, said)),
    hopes: file.hopes.map(({ studentId, words, status }) => ({
      studentId,
      words,
      status,
      child: nameOf(studentId),
    })),
    kept: {
      adult: guardian && { name: guardian.name, email: guardian.email, phone: guardian.phone },
      otherAdults: file.guardians.length - (guardian === null ? 0 : 1),
      contacts: file.contacts,
    },
  };
}

/** Visits the family may speak about: those that took place, also while their late entry waits. */
export const hasBeen = ({ status }: Pick<Visit, 'status'>): boolean =>
  tookPlace(status) || status === 'awaiting_approval';

async function feedbackOn(table: DistrictTable, visits: readonly Visit[]): Promise<FamilyFeedback[]> {
  const { districtId } = table.context;
  const wanted = visits
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .map(({ visitId }) => ({ pk: keys.visit(districtId, visitId), sk: keys.word.feedback }));
  return readAll(familyFeedback, await table.getMany(wanted));
}

const visitView = (visit: Visit, said: readonly FamilyFeedback[]): FamilyVisit => ({
  ...visit,
  team: visit.team.filter(({ answer }) => answer !== 'no').map(({ name }) => name),
  children: visit.students.map(({ givenName }) => givenName),
  feedback: said.find(({ visitId }) => visitId === visit.visitId) ?? null,
});
