import * as z from 'zod';

/** What differs between one deployment and another. Everything else is the same template. */
const StageSettings = z.strictObject({
  stage: z.enum(['local', 'staging', 'production']),
  account: z.string().regex(/^\d{12}$/, 'an AWS account number has 12 digits'),
  /** CloudFront takes its certificate and its firewall from this region only, and every district is in the US. */
  region: z.literal('us-east-1'),
  domain: z.strictObject({
    /** The address of the web app, and the domain that mail comes from. */
    name: z.hostname(),
    /** The Route 53 zone of exactly that name. */
    hostedZoneId: z.string().regex(/^Z[A-Z0-9]{5,31}$/, 'a hosted zone id looks like Z0123456789ABCDEFGHIJ'),
  }),
  /** The sender's postal address, one line; stands at the foot of every mail. */
  postalAddress: z.string().trim().min(10, 'a postal address on one line'),
  /** Who gets alarms; nobody on a developer's machine. */
  alarmEmail: z.email().nullable(),
  /** The daily sending quota that SES granted the account; an alarm rings at 80 %. */
  mailPerDay: z.int().min(1),
  logDays: z.union([z.literal(14), z.literal(90), z.literal(365)]),
});
export type StageSettings = z.infer<typeof StageSettings>;

/** Documentation values: synthesis needs neither an account nor a domain. */
const local: StageSettings = {
  stage: 'local',
  account: '000000000000',
  region: 'us-east-1',
  domain: { name: 'porchlight.test', hostedZoneId: 'Z00000000000LOCAL' },
  postalAddress: 'Porchlight, 1 Example Street, Sacramento, CA 95814',
  alarmEmail: null,
  mailPerDay: 50_000,
  logDays: 14,
};

const mailPerDay = { staging: 1_000, production: 50_000 } as const;
const logDays = { staging: 90, production: 365 } as const;

/** Where a deployed stage reads what only its owner knows, by the setting it becomes. */
const stageVariables = {
  account: 'PORCHLIGHT_ACCOUNT',
  'domain.name': 'PORCHLIGHT_DOMAIN',
  'domain.hostedZoneId': 'PORCHLIGHT_HOSTED_ZONE_ID',
  postalAddress: 'PORCHLIGHT_POSTAL_ADDRESS',
  alarmEmail: 'PORCHLIGHT_ALARM_EMAIL',
} as const;

/** Thrown with a sentence that says which variable to set. */
export class StageNotConfigured extends Error {
  override readonly name = 'StageNotConfigured';
}

/**
 * Settings of a stage. `local` is complete in itself; the others read variables of the environment, and the CDK CLI's
 * account when none is named.
 * @throws StageNotConfigured when a value is missing or does not look like one.
 */
export function readStage(name: string, env: Readonly<Record<string, string | undefined>>): StageSettings {
  if (name === 'local') return StageSettings.parse(local);
  if (name !== 'staging' && name !== 'production') {
    throw new StageNotConfigured(`There is no stage "${name}". Use local, staging or production.`);
  }
  const parsed = StageSettings.safeParse({
    stage: name,
    account: env[stageVariables.account] ?? env['CDK_DEFAULT_ACCOUNT'],
    region: 'us-east-1',
    domain: {
      name: env[stageVariables['domain.name']],
      hostedZoneId: env[stageVariables['domain.hostedZoneId']],
    },
    postalAddress: env[stageVariables.postalAddress],
    alarmEmail: env[stageVariables.alarmEmail],
    mailPerDay: mailPerDay[name],
    logDays: logDays[name],
  });
  if (parsed.success) return parsed.data;
  const read: Readonly<Record<string, string>> = stageVariables;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const variable = read[path.join('.')] ?? path.join('.');
    return `${variable} ${env[variable] === undefined ? 'is missing' : `is not right (${message})`}`;
  });
  throw new StageNotConfigured(
    `Stage ${name} is not configured: ${faults.join(', ')}. Set these variables and try again.`,
  );
}

/** The address people type, without a slash at the end. */
export const webOriginOf = (settings: StageSettings): string => `https://${settings.domain.name}`;
