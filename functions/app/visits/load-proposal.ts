import type { TenantContext } from '#functions/app/context.ts';
import type { DistrictRules } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { type FamilyFile, loadFamily } from '#functions/data/repositories/families.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { ProposalFacts } from '#shared/domain/visit/propose.ts';
import { schoolNamesFor } from './school-names.ts';
import { namedTeam, requireNear, visitorsOn } from './team-of.ts';

interface Request {
  readonly familyId: string;
  readonly studentIds: readonly string[];
  readonly date: string;
  readonly partnerIds: readonly string[];
  readonly interpreterId: string | null;
  readonly type: string;
}

/**
 * Everything by which a new visit is decided: the family's answer and standings, the team with its certificates of
 * the day, and the school the visit counts for.
 * @throws AppError NOT_FOUND, Refusal
 */
export async function loadProposal(
  table: DistrictTable,
  context: TenantContext,
  settings: Settings,
  { year, policy }: DistrictRules,
  request: Request,
): Promise<{ family: FamilyFile; facts: Omit<ProposalFacts, 'visitId'> }> {
  const [family, team, schoolNames] = await Promise.all([
    loadFamily(table, request.familyId, year.year),
    visitorsOn(table, namedTeam(context.personId, request), request.date),
    schoolNamesFor(table, request),
  ]);
  if (family === undefined) throw notFound('family');
  const familySchools = family.standings.map(({ schoolId }) => schoolId);
  if (!reachesSchool(context, 'visit:schedule', familySchools)) throw notFound('family');
  requireNear(context, team, familySchools);

  const chosen = family.standings.filter(({ studentId }) => request.studentIds.includes(studentId));
  const schoolOfVisit = chosen.find(({ schoolId }) => context.schoolIds.includes(schoolId)) ?? chosen[0];
  refuseUnless(schoolOfVisit !== undefined, 'visit.student_not_in_family');
  return {
    family,
    facts: {
      now: context.now,
      timeZone: settings.district.timeZone,
      year,
      settings: policy,
      schoolNames,
      invitation: family.invitation?.status ?? 'not_invited',
      students: family.standings,
      schoolId: schoolOfVisit.schoolId,
      team,
    },
  };
}
