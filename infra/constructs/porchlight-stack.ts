import {
  type App,
  type CfnElement,
  DefaultStackSynthesizer,
  type IStackSynthesizer,
  Stack,
} from 'aws-cdk-lib';
import type { StageSettings } from '../stages.ts';

/** `data`, `api`, …: part of the stack's name. */
export type StackPart = 'data' | 'identity' | 'email' | 'jobs' | 'api' | 'web' | 'observability';

/** What all stacks share: an explicit home, no telemetry, and logical ids that a person can read. */
export class PorchlightStack extends Stack {
  readonly settings: StageSettings;

  constructor(app: App, part: StackPart, description: string, settings: StageSettings) {
    super(app, part, {
      stackName: namePrefix(settings, part),
      description,
      env: { account: settings.account, region: settings.region },
      tags: { application: 'porchlight', stage: settings.stage },
      terminationProtection: settings.stage === 'production',
      analyticsReporting: false,
      // CDK declares its interfaces without `exactOptionalPropertyTypes`, hence the cast.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
    });
    this.settings = settings;
  }

  /** A physical name that says whose it is: `porchlight-staging-mail`. */
  named(name: string): string {
    return namePrefix(this.settings, name);
  }

  /**
   * The path itself without CDK's hash: `VisitsFunction`, not `VisitsFunction4F2D9C11`. The local host, the tests
   * and whoever reads a template meet these names; two equal ones end the synthesis.
   */
  protected override allocateLogicalId(element: CfnElement): string {
    return element.node.scopes
      .slice(1)
      .filter((scope) => scope !== this)
      .map((scope) => scope.node.id)
      .filter((id) => id !== 'Resource' && id !== 'Default')
      .map((id) => id.replace(/[^A-Za-z0-9]/g, ''))
      .join('');
  }
}

const namePrefix = (settings: StageSettings, name: string): string => `porchlight-${settings.stage}-${name}`;

/** The name of a function's role; known before it exists, because TenantDataRole's trust names it. */
export const roleNameOf = (settings: StageSettings, functionName: string): string =>
  namePrefix(settings, functionName);
