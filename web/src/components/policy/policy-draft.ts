import type { PolicySettings } from '#shared/domain/policy/model.ts';

type PayKind = PolicySettings['pay']['kind'];

/** A policy while it is being filled in: a number may still be missing, dollars are dollars, and no choice is lost. */
export interface PolicyDraft {
  team: '2-2' | '2-3' | '3-3';
  minCertified: '1' | '2' | '3';
  interpreterCounts: boolean;
  visitTypes: PolicySettings['visitTypes'];
  certificateMonths: number | null;
  recertifyMonths: number | null;
  payKind: PayKind;
  flatDollars: number | null;
  hours: number | null;
  dollarsPerHour: number | null;
  per: 'event' | 'student';
  reflectionBeforePay: boolean;
  reflectionDue: number | null;
  lookBack: number | null;
  claimDue: number | null;
  mailFrom: string;
  mailUntil: string;
}

/** What most districts begin with. The amount is left open: only the district knows it. */
export const firstPolicy: PolicyDraft = {
  team: '2-3',
  minCertified: '2',
  interpreterCounts: true,
  visitTypes: ['home', 'neutral'],
  certificateMonths: 36,
  recertifyMonths: 2,
  payKind: 'flat',
  flatDollars: null,
  hours: 1,
  dollarsPerHour: null,
  per: 'event',
  reflectionBeforePay: true,
  reflectionDue: 5,
  lookBack: 28,
  claimDue: 14,
  mailFrom: '07:00',
  mailUntil: '20:00',
};

/** A policy that exists, to be changed. */
export function draftOf(settings: PolicySettings): PolicyDraft {
  const { pay } = settings;
  return {
    team: `${settings.minTeam}-${settings.maxTeam}` as PolicyDraft['team'],
    minCertified: String(settings.minCertified) as PolicyDraft['minCertified'],
    interpreterCounts: settings.interpreterCounts,
    visitTypes: [...settings.visitTypes],
    certificateMonths: settings.certificateMonths,
    recertifyMonths: settings.recertifyMonths,
    payKind: pay.kind,
    flatDollars: pay.kind === 'flat' ? pay.cents / 100 : null,
    hours: pay.kind === 'hours' ? pay.hundredthsOfHour / 100 : 1,
    dollarsPerHour: pay.kind === 'hours' ? pay.centsPerHour / 100 : null,
    per: pay.kind === 'unpaid' ? 'event' : pay.per,
    reflectionBeforePay: settings.reflectionBeforePay,
    reflectionDue: settings.reflectionDueBusinessDays,
    lookBack: settings.lookBackDays,
    claimDue: settings.claimDueDays,
    mailFrom: settings.mailFrom,
    mailUntil: settings.mailUntil,
  };
}

/**
 * The policy as the server takes it. A missing number goes as -1, which no rule allows: the server then names the
 * field like any other that needs another look.
 */
export function settingsOf(draft: PolicyDraft): PolicySettings {
  const [minTeam, maxTeam] = draft.team.split('-').map(Number);
  return {
    minTeam: minTeam ?? 2,
    maxTeam: maxTeam ?? 2,
    minCertified: Number(draft.minCertified),
    interpreterCounts: draft.interpreterCounts,
    visitTypes: draft.visitTypes,
    certificateMonths: draft.certificateMonths ?? -1,
    recertifyMonths: draft.recertifyMonths ?? -1,
    pay: payOf(draft),
    reflectionDueBusinessDays: draft.reflectionDue ?? -1,
    lookBackDays: draft.lookBack ?? -1,
    reflectionBeforePay: draft.reflectionBeforePay,
    claimDueDays: draft.claimDue ?? -1,
    mailFrom: draft.mailFrom,
    mailUntil: draft.mailUntil,
  };
}

function payOf({ payKind, flatDollars, hours, dollarsPerHour, per }: PolicyDraft): PolicySettings['pay'] {
  if (payKind === 'unpaid') return { kind: 'unpaid' };
  if (payKind === 'flat') return { kind: 'flat', cents: hundredths(flatDollars), per };
  return {
    kind: 'hours',
    hundredthsOfHour: hundredths(hours),
    centsPerHour: hundredths(dollarsPerHour),
    per,
  };
}

/** Dollars to cents, hours to hundredths: integers from here on. */
function hundredths(value: number | null): number {
  return value === null ? -1 : Math.round(value * 100);
}
