import { type App, Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as ses from 'aws-cdk-lib/aws-ses';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { workers } from '../functions.ts';
import type { StageSettings } from '../stages.ts';

/** The domain that mail comes from, and the way back for what became of it. */
export class EmailStack extends PorchlightStack {
  /** `Porchlight <no-reply@…>`. */
  readonly from: string;
  readonly fromAddress: string;
  readonly identityArn: string;
  readonly configurationSetArn: string;
  readonly configurationSetName: string;
  readonly feedbackQueue: WorkQueue;

  constructor(app: App, settings: StageSettings) {
    super(app, 'email', 'Porchlight: sending domain and feedback of mail', settings);
    this.fromAddress = `no-reply@${settings.domain.name}`;
    this.from = `Porchlight <${this.fromAddress}>`;
    // A name of our own: the rule below and the sender's policy both need it before the set exists.
    this.configurationSetName = this.named('mail');
    this.configurationSetArn = `arn:aws:ses:${this.region}:${this.account}:configuration-set/${this.configurationSetName}`;
    const configurationSet = new ses.ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSetName,
      reputationMetrics: true,
      sendingEnabled: true,
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const zone = route53.PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: settings.domain.hostedZoneId,
      zoneName: settings.domain.name,
    });
    const identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.publicHostedZone(zone),
      mailFromDomain: `bounce.${settings.domain.name}`,
    });
    this.identityArn = identity.emailIdentityArn;
    new route53.TxtRecord(this, 'Dmarc', {
      zone,
      recordName: '_dmarc',
      values: ['v=DMARC1; p=reject; adkim=s; aspf=r'],
    });
    this.feedbackQueue = new WorkQueue(this, 'FeedbackQueue', this, {
      name: 'mail-feedback',
      consumer: workers.emailFeedback,
      errorImpact: workers.emailFeedback.errorImpact,
    });
    this.routeFeedback(configurationSet);
  }

  /** SES reports to the default bus only. Reports are best effort, so nothing waits for them. */
  private routeFeedback(configurationSet: ses.ConfigurationSet): void {
    const bus = events.EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    configurationSet.addEventDestination('Feedback', {
      configurationSetEventDestinationName: 'feedback',
      destination: ses.EventDestination.eventBus(bus),
      events: [
        ses.EmailSendingEvent.SEND,
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
      ],
    });
    new events.Rule(this, 'FeedbackRule', {
      description: 'What became of a mail, to the queue of email-feedback',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Send', 'Delivery', 'Bounce', 'Complaint'],
          mail: { tags: { 'ses:configuration-set': [this.configurationSetName] } },
        },
      },
      targets: [
        new targets.SqsQueue(this.feedbackQueue.queue, {
          retryAttempts: 20,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}
