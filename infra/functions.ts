import type { Group } from '#shared/contract/route.ts';
import { accessOfGroup, groups } from './policies/group-access.ts';

/** One Lambda function: where its code is, what it may take, and who is hurt when it fails. */
export interface FunctionSpec {
  /** File name of the entry and folder name of the bundle: `email-sender`. */
  readonly name: string;
  /** From the root of the project. */
  readonly entry: `functions/${'http' | 'workers' | 'triggers'}/${string}.ts`;
  /** The text of its alarm: what somebody outside loses while it fails. */
  readonly errorImpact: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Modules it imports while it runs: each lies beside its bundle, so that its start does not read them. */
  readonly loadedWhenNeeded?: readonly `functions/${'adapters' | 'email'}/${string}.ts`[];
  /** Whether it may take on one district at a time through TenantDataRole. */
  readonly tenantData: boolean;
}

/** API Gateway gives up after 30 seconds; a person gives up sooner. */
const http = (
  group: Group,
  errorImpact: string,
  loadedWhenNeeded: FunctionSpec['loadedWhenNeeded'] = [],
): FunctionSpec => ({
  loadedWhenNeeded,
  name: group,
  entry: `functions/http/${group}.ts`,
  errorImpact,
  timeoutSeconds: 15,
  memoryMb: 1024,
  tenantData: accessOfGroup(group).tenantData,
});

/** What reads and writes the files bucket. */
const files = ['functions/adapters/s3-files.ts'] as const;

const worker = (spec: Omit<FunctionSpec, 'entry'>): FunctionSpec => ({
  ...spec,
  entry: `functions/workers/${spec.name}.ts`,
});

export const httpFunctions: Readonly<Record<Group, FunctionSpec>> = {
  open: http('open', 'People cannot stop seasonal mail with one click, and health checks fail.'),
  account: http('account', 'Nobody can open Porchlight: the first page after sign-in stays empty.'),
  national: http('national', 'The national office cannot see counts or open a district.'),
  people: http('people', 'Coordinators cannot find, add or invite staff.'),
  roster: http(
    'roster',
    'Educators cannot see classes and families; a district cannot load its roster.',
    files,
  ),
  trainings: http('trainings', 'Trained educators stay uncertified, so they cannot visit.'),
  families: http('families', 'Educators cannot invite families or write down what they answered.'),
  visits: http('visits', 'Educators cannot arrange, log or reflect on visits.'),
  pages: http(
    'pages',
    'Families cannot answer, see their appointment, or change it: the page behind their link does not open.',
    ['functions/email/family-calendar.ts'],
  ),
  schools: http(
    'schools',
    'Coordinators cannot see how their school’s visits stand, nor write to its families.',
  ),
  pay: http(
    'pay',
    'Educators may not be paid: claims cannot be sent or approved, nor pay periods closed.',
    files,
  ),
};

export const workers = {
  outboxPublisher: worker({
    name: 'outbox-publisher',
    errorImpact:
      'Invitations and account changes wait although the person was told that they are on their way.',
    timeoutSeconds: 30,
    memoryMb: 512,
    tenantData: false,
  }),
  rollupProjector: worker({
    name: 'rollup-projector',
    errorImpact: 'Counts of districts and schools fall behind what really happened.',
    timeoutSeconds: 60,
    memoryMb: 512,
    tenantData: true,
  }),
  emailSender: worker({
    name: 'email-sender',
    loadedWhenNeeded: ['functions/adapters/ses-email-sender.ts'],
    errorImpact: 'Nobody gets mail: no invitations, no calendar entries, no reminders.',
    timeoutSeconds: 60,
    memoryMb: 1024,
    tenantData: true,
  }),
  taskRunner: worker({
    name: 'task-runner',
    errorImpact: 'New people cannot sign in, and new districts are not prepared.',
    timeoutSeconds: 60,
    memoryMb: 512,
    tenantData: true,
  }),
  reminderSweeper: worker({
    name: 'reminder-sweeper',
    errorImpact: 'Reminders are late: reflections and claims are forgotten.',
    timeoutSeconds: 300,
    memoryMb: 512,
    tenantData: false,
  }),
  emailFeedback: worker({
    name: 'email-feedback',
    errorImpact: 'Mail keeps going to addresses that refused it, which puts all mail of Porchlight at risk.',
    timeoutSeconds: 30,
    memoryMb: 512,
    tenantData: true,
  }),
  rosterImporter: worker({
    name: 'roster-importer',
    loadedWhenNeeded: ['functions/adapters/roster/s3-roster-uploads.ts'],
    errorImpact: 'A district’s roster is not read: classes, families and staff stay as they were.',
    timeoutSeconds: 900,
    memoryMb: 1769,
    tenantData: true,
  }),
} as const satisfies Record<string, FunctionSpec>;

export const triggers = {
  preToken: {
    name: 'pre-token',
    entry: 'functions/triggers/pre-token.ts',
    errorImpact: 'Nobody can sign in.',
    // Cognito waits five seconds for a trigger and then refuses the sign-in.
    timeoutSeconds: 5,
    memoryMb: 1024,
    tenantData: false,
  },
} as const satisfies Record<string, FunctionSpec>;

/** Every function of the product; bundles, alarms and roles come from this list. */
export const allFunctions: readonly FunctionSpec[] = [
  ...groups.map((group) => httpFunctions[group]),
  ...Object.values(workers),
  ...Object.values(triggers),
];
