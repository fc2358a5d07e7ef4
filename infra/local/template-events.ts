/** Schedules, event rules and mail event destinations, read from the stack. */
import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';

export interface ScheduleDefinition {
  readonly name: string;
  /** `rate(15 minutes)` or `cron(…)`. */
  readonly expression: string;
  /** IANA zone in which a cron expression is read. */
  readonly zone: string;
  readonly target: EventTarget;
}

export interface EventTarget {
  readonly arn: string;
  /** Constant input instead of the event. */
  readonly input: string | undefined;
  readonly retries: number;
  readonly deadLetterArn: string | undefined;
}

const targetSchema = z.object({
  Arn: z.string(),
  Input: z.string().optional(),
  RetryPolicy: z.object({ MaximumRetryAttempts: z.coerce.number().optional() }).optional(),
  DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
});

const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: targetSchema,
});

const ruleSchema = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(targetSchema).default([]),
});

const readTarget = (target: z.infer<typeof targetSchema>): EventTarget => ({
  arn: target.Arn,
  input: target.Input,
  retries: target.RetryPolicy?.MaximumRetryAttempts ?? 2,
  deadLetterArn: target.DeadLetterConfig?.Arn,
});

/** EventBridge Scheduler schedules, and rules that carry a schedule. Disabled ones are left out. */
export const schedulesOf = (stack: Stack): readonly ScheduleDefinition[] => [
  ...stack.resources('AWS::Scheduler::Schedule').flatMap((resource) => {
    const properties = scheduleSchema.parse(resource.properties);
    if (properties.State === 'DISABLED') return [];
    return [
      {
        name: resource.name,
        expression: properties.ScheduleExpression,
        zone: properties.ScheduleExpressionTimezone,
        target: readTarget(properties.Target),
      },
    ];
  }),
  ...stack.resources('AWS::Events::Rule').flatMap((resource) => {
    const { ScheduleExpression: expression, State, Targets } = ruleSchema.parse(resource.properties);
    if (expression === undefined || State === 'DISABLED') return [];
    return Targets.map((target, index) => ({
      name: `${resource.name}${index === 0 ? '' : `-${index}`}`,
      expression,
      zone: 'UTC',
      target: readTarget(target),
    }));
  }),
];

export interface RuleDefinition {
  readonly name: string;
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly EventTarget[];
}

/** Rules with an event pattern. */
export const rulesOf = (stack: Stack): readonly RuleDefinition[] =>
  stack.resources('AWS::Events::Rule').flatMap((resource) => {
    const properties = ruleSchema.parse(resource.properties);
    if (properties.EventPattern === undefined || properties.State === 'DISABLED') return [];
    return [
      { name: resource.name, pattern: properties.EventPattern, targets: properties.Targets.map(readTarget) },
    ];
  });

export interface MailDestination {
  readonly configurationSet: string;
  readonly configurationSetArn: string;
  /** Event types in SES's spelling for destinations: `send`, `delivery`, `bounce`, … */
  readonly eventTypes: readonly string[];
}

const destinationSchema = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.coerce.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});

/** Event destinations of configuration sets that lead to EventBridge. */
export const mailDestinationsOf = (stack: Stack): readonly MailDestination[] =>
  stack.resources('AWS::SES::ConfigurationSetEventDestination').flatMap((resource) => {
    const { ConfigurationSetName: name, EventDestination: destination } = destinationSchema.parse(
      resource.properties,
    );
    if (!destination.Enabled || destination.EventBridgeDestination === undefined) return [];
    return [
      {
        configurationSet: name,
        configurationSetArn: stack.find(name, 'AWS::SES::ConfigurationSet')?.arn ?? name,
        eventTypes: destination.MatchingEventTypes,
      },
    ];
  });
