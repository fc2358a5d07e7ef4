import * as z from 'zod';
import { DistrictRole } from '../access/roles.ts';
import { LanguageTag } from '../family/model.ts';
import { PersonId, SchoolId } from '../ids.ts';
import { FreeTimes } from '../time/free-times.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

export const PersonName = z.string().trim().min(1).max(160);
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Write an e-mail address such as name@district.org'));

/** Why no more mail goes to an address: it bounced, or its reader marked our mail as unwanted (I38). */
export const MailProblem = z.enum(['bounce', 'complaint']);
export type MailProblem = z.infer<typeof MailProblem>;

/** The certificate a person holds now; earlier ones are kept as history (I31). */
export const Certificate = z.object({ issuedOn: LocalDate, expiresOn: LocalDate });
export type Certificate = z.infer<typeof Certificate>;

/** Without an account a person cannot sign in; `open` has been mailed a link that leads in. */
export const AccountStatus = z.enum(['none', 'open']);

/**
 * Whether the person takes part (CP1). Only the person answers, and may change the answer at any time; until then
 * nobody can put them in a team.
 */
export const Participation = z.object({ answer: z.enum(['yes', 'no']), since: Instant });
export type Participation = z.infer<typeof Participation>;

export const Person = z.object({
  personId: PersonId,
  name: PersonName,
  /** Rosters often come without addresses: then the person cannot be invited until one is added. */
  email: EmailAddress.nullable(),
  language: z.enum(['en', 'es']),
  roles: z.array(DistrictRole),
  schoolIds: z.array(SchoolId).max(20),
  /** The district's own number for payroll. */
  employeeId: z.string().max(40).nullable(),
  account: AccountStatus,
  certificate: Certificate.nullable(),
  participation: Participation.nullable(),
  /** Languages the person speaks with families, besides English. */
  languages: z.array(LanguageTag).max(12),
  freeTimes: FreeTimes,
  /** Set after a hard bounce or a complaint: no more mail goes there (I38). */
  mailProblem: MailProblem.nullable(),
});
export type Person = z.infer<typeof Person>;
