import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkSettings from '../cdk.json' with { type: 'json' };
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EmailStack } from './stacks/email-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { JobsStack } from './stacks/jobs-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import type { StageSettings } from './stages.ts';

export interface AppSettings {
  readonly settings: StageSettings;
  /** Folder of the bundles, one folder per function. */
  readonly bundles: string;
  /** Where the cloud assembly goes; the CDK CLI names its own. */
  readonly outdir?: string;
  /**
   * Security and schema checks of every resource, which take most of the time. Off where the same template was
   * checked before and only runs: the local host, and tests of other things.
   */
  readonly checks: boolean;
}

/**
 * The whole product in one stage. Nothing here talks to AWS: account and region are explicit, so the same code is
 * synthesized by the CLI, by the local host and by the tests.
 */
export function createApp({ settings, bundles, outdir, checks }: AppSettings): App {
  const props: AppProps = {
    // The CLI passes cdk.json itself; the local host and the tests have no CLI.
    context: {
      ...cdkSettings.context,
      // Tells a reader of the template where each function's code lies.
      'aws:cdk:enable-asset-metadata': true,
    },
    treeMetadata: false,
    builtinCloudFormationValidation: checks,
    ...(outdir === undefined ? {} : { outdir }),
  };
  const app = new App(props);
  const data = new DataStack(app, settings);
  const email = new EmailStack(app, settings);
  const identity = new IdentityStack(app, settings, { bundles, table: data.table, mail: email });
  // Cognito accepts a sending domain only once SES knows it.
  identity.addStackDependency(email);
  new JobsStack(app, settings, { bundles, data, email, identity });
  const { api } = new ApiStack(app, settings, { bundles, data, identity });
  new WebStack(app, settings, {
    apiDomainName: api.domainName,
    filesDomainName: data.files.domainName,
    identity,
  });
  new ObservabilityStack(app, settings, { tableName: data.table.name });
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
