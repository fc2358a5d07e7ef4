import type { GuardianLink } from '#shared/domain/roster/household.ts';
import type { RosterCounts, RosterImport, RosterIssue } from '#shared/domain/roster/model.ts';

/** A row of an upload. */
export interface At {
  readonly file: string;
  readonly line: number;
}

/**
 * What every format is read into. Ids are the district's own; nothing that a family could be chosen by, no
 * birthday, race, sex, flag and no password has a field here, so nothing can carry it further (I13).
 */
export interface RosterSchool {
  readonly id: string;
  readonly name: string;
}
export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly schoolIds: readonly string[];
  /** Where the person stands in the upload. */
  readonly at: At;
}
export interface RosterStudent {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string | null;
  readonly schoolId: string;
}
export interface RosterGuardian {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}
export interface RosterClass {
  readonly id: string;
  readonly name: string;
  readonly schoolId: string;
  readonly studentIds: readonly string[];
  readonly staffIds: readonly string[];
}

export type RosterFormat = NonNullable<RosterImport['format']>;

export interface Roster {
  readonly format: RosterFormat;
  readonly schools: ReadonlyMap<string, RosterSchool>;
  readonly staff: ReadonlyMap<string, RosterPerson>;
  readonly students: ReadonlyMap<string, RosterStudent>;
  readonly guardians: ReadonlyMap<string, RosterGuardian>;
  readonly links: readonly GuardianLink[];
  readonly classes: ReadonlyMap<string, RosterClass>;
  readonly found: RosterCounts;
  readonly notTaken: number;
  readonly issues: readonly RosterIssue[];
}

/** The whole file cannot be used; the message is one sentence for the person who uploaded it. */
export class RosterRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'RosterRefused';
  }
}
