/** The default EventBridge bus, and the way from a mail's fate to its rules: SES event destination → bus → targets. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '#infra/local/clock.ts';
import { matchesEvent } from '#infra/local/event-pattern.ts';
import type { EventTargets } from '#infra/local/event-targets.ts';
import type { MailEvent } from '#infra/local/service.ts';
import type { Stack } from '#infra/local/template.ts';
import { mailDestinationsOf, rulesOf } from '#infra/local/template-events.ts';

export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EventBus {
  publish(event: BusEvent): Promise<void>;
  /** A mail event of a configuration set, if that set has a destination for its type. */
  mailEvent(configurationSet: string, event: MailEvent): Promise<void>;
}

/** How SES names the same thing in destinations and in events on the bus. */
const mailEventNames: Readonly<Record<MailEvent['eventType'], { destination: string; detailType: string }>> =
  {
    Send: { destination: 'send', detailType: 'Email Sent' },
    Delivery: { destination: 'delivery', detailType: 'Email Delivered' },
    Bounce: { destination: 'bounce', detailType: 'Email Bounced' },
    Complaint: { destination: 'complaint', detailType: 'Email Complaint Received' },
    Reject: { destination: 'reject', detailType: 'Email Rejected' },
    DeliveryDelay: { destination: 'deliverydelay', detailType: 'Email Delivery Delayed' },
  };

export const eventBus = (stack: Stack, targets: EventTargets, clock: Clock): EventBus => {
  const rules = rulesOf(stack);
  const destinations = mailDestinationsOf(stack);

  const publish = async (event: BusEvent): Promise<void> => {
    const envelope = {
      version: '0',
      id: randomUUID(),
      'detail-type': event.detailType,
      source: event.source,
      account: stack.account,
      time: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: stack.region,
      resources: event.resources,
      detail: event.detail,
    };
    for (const rule of rules) {
      if (!matchesEvent(rule.pattern, envelope)) continue;
      for (const target of rule.targets) {
        await targets.deliver({
          targetArn: target.arn,
          event: target.input ?? envelope,
          retries: target.retries,
          deadLetterArn: target.deadLetterArn,
        });
      }
    }
  };

  return {
    publish,
    mailEvent: async (configurationSet, event) => {
      const names = mailEventNames[event.eventType];
      for (const destination of destinations) {
        const types = destination.eventTypes.map((type) => type.toLowerCase().replaceAll('_', ''));
        if (destination.configurationSet !== configurationSet || !types.includes(names.destination)) continue;
        await publish({
          source: 'aws.ses',
          detailType: names.detailType,
          resources: [destination.configurationSetArn],
          detail: event,
        });
      }
    },
  };
};
