import * as z from 'zod';

const crockford = '[0-9A-HJKMNP-TV-Z]{26}';
const prefixed = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_${crockford}$`), `${prefix}_…`);

/** A district is a tenant. Lower case so that it can never be confused with a name inside a key. */
export const DistrictId = z.string().regex(/^t_[0-9a-hjkmnp-tv-z]{26}$/, 't_…');
export const SchoolId = prefixed('sch');
export const PersonId = prefixed('per');
export const StudentId = prefixed('stu');
export const FamilyId = prefixed('fam');
export const GuardianId = prefixed('gua');
export const ClassId = prefixed('cls');
export const VisitId = prefixed('vis');
export const TrainingId = prefixed('trn');
export const FundId = prefixed('fnd');
export const PayBatchId = prefixed('bat');
export const RosterImportId = prefixed('imp');
export const AnnouncementId = prefixed('ann');
export const MessageId = prefixed('msg');

export const ContactId = prefixed('con');

export type IdPrefix =
  | 'sch'
  | 'per'
  | 'stu'
  | 'fam'
  | 'gua'
  | 'cls'
  | 'vis'
  | 'trn'
  | 'fnd'
  | 'bat'
  | 'imp'
  | 'ann'
  | 'msg'
  | 'con'
  | 'aud';
