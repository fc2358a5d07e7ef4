import { certifiedOn } from '../person/certification.ts';
import type { Person } from '../person/model.ts';
import { takesPart } from '../person/participation.ts';
import type { PolicySettings } from '../policy/model.ts';
import { type RefusalReason, refuseUnless } from '../refusal.ts';
import type { TeamMember, Visit } from './model.ts';

/** What the rules must know of a person to let them visit, and what they are to be in the team. */
export type Visitor = Pick<Person, 'personId' | 'name' | 'roles' | 'certificate' | 'participation'> & {
  readonly as: TeamMember['as'];
};

/** Someone who is only an interpreter interprets, whatever place in the team is named. */
export const partOf = ({ roles }: Pick<Person, 'roles'>, wanted: TeamMember['as']): TeamMember['as'] =>
  roles.length > 0 && roles.every((role) => role === 'interpreter') ? 'interpreter' : wanted;

/**
 * Whether a member counts as a visitor of the pair, and so owes a reflection (I6, I18). Whoever interprets counts
 * where the district's policy says so.
 */
export function countsAsVisitor(member: Pick<Visitor, 'as'>, settings: PolicySettings): boolean {
  return settings.interpreterCounts || member.as !== 'interpreter';
}

/** The team rules, with the words for a team that is too small: nobody chose yet, or nobody came. */
function requireTeam(
  team: readonly Visitor[],
  settings: PolicySettings,
  localDate: string,
  tooSmall: RefusalReason,
): void {
  const distinct = new Set(team.map((visitor) => visitor.personId));
  refuseUnless(distinct.size === team.length, 'visit.team_repeats');
  const counting = team.filter((visitor) => countsAsVisitor(visitor, settings));
  refuseUnless(counting.length >= settings.minTeam, tooSmall);
  refuseUnless(counting.length <= settings.maxTeam, 'visit.team_too_large');
  const certified = counting.filter((visitor) => certifiedOn(visitor.certificate, localDate));
  refuseUnless(certified.length >= settings.minCertified, 'visit.team_not_certified');
}

/** I6 and I7 for a team that is to visit on a local day, all of whom take part (CP1). @throws Refusal */
export function requireTeamToVisit(
  team: readonly Visitor[],
  settings: PolicySettings,
  localDate: string,
): void {
  refuseUnless(team.every(takesPart), 'visit.member_not_taking_part');
  requireTeam(team, settings, localDate, 'visit.team_too_small');
}

/** I6 and I7 for those who were present on the visit's local day. @throws Refusal */
export function requireTeamThatVisited(
  present: readonly Visitor[],
  settings: PolicySettings,
  localDate: string,
): void {
  requireTeam(present, settings, localDate, 'visit.too_few_present');
}

/** Everybody named has said yes, so that the visit can be. */
export const everybodySaidYes = ({ team }: Pick<Visit, 'team'>): boolean =>
  team.every(({ answer }) => answer === 'yes');
