import { type App, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { acknowledge } from '../constructs/acknowledge.ts';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { triggers } from '../functions.ts';
import { membershipList, type TableTarget } from '../policies/table-grants.ts';
import { type StageSettings, webOriginOf } from '../stages.ts';

export interface IdentityStackProps {
  readonly bundles: string;
  readonly table: TableTarget;
  readonly mail: { readonly fromAddress: string; readonly configurationSetName: string };
}

/** Who a person is. Where they belong is told by the table, through the pre-token trigger. */
export class IdentityStack extends PorchlightStack {
  readonly userPool: cognito.UserPool;
  readonly issuer: string;
  readonly clientId: string;
  /** Where a browser is sent to sign in and out, without a slash at the end. */
  readonly signInOrigin: string;

  constructor(app: App, settings: StageSettings, props: IdentityStackProps) {
    super(app, 'identity', 'Porchlight: sign-in', settings);
    this.userPool = this.createPool(props);
    this.issuer = `https://cognito-idp.${this.region}.amazonaws.com/${this.userPool.userPoolId}`;
    this.clientId = this.createClient().userPoolClientId;
    const domainPrefix = `${this.named('sign-in')}-${settings.account}`;
    const domain = this.userPool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.signInOrigin = `https://${domainPrefix}.auth.${this.region}.amazoncognito.com`;
    const branding = new cognito.CfnManagedLoginBranding(this, 'SignInBranding', {
      userPoolId: this.userPool.userPoolId,
      clientId: this.clientId,
      useCognitoProvidedValues: true,
    });
    branding.node.addDependency(domain);
    const preToken = new ServiceFunction(
      this,
      'PreToken',
      { stack: this, bundles: props.bundles },
      { spec: triggers.preToken, grants: [membershipList(props.table)] },
    );
    // Version 2 puts claims into the access token too, which is the one that the API reads.
    this.userPool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      preToken.function,
      cognito.LambdaVersion.V2_0,
    );
  }

  private createPool(props: IdentityStackProps): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'UserPool', {
      userPoolName: this.named('people'),
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // Cognito does not let a pool go without passwords; nobody is ever given one.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
      passkeyUserVerification: cognito.PasskeyUserVerification.REQUIRED,
      passwordPolicy: {
        minLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      email: cognito.UserPoolEmail.withSES({
        fromEmail: props.mail.fromAddress,
        fromName: 'Porchlight',
        sesRegion: this.region,
        sesVerifiedDomain: this.settings.domain.name,
        configurationSetName: props.mail.configurationSetName,
      }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const passwordless =
      'Cognito refuses a pool that requires MFA and lets people in by passkey or e-mail code.';
    acknowledge(pool, 'AwsSolutions-COG2', `${passwordless} Passkeys must verify the person.`);
    acknowledge(pool, 'AwsSolutions-COG3', 'Threat protection judges passwords, and nobody has one.');
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The Plus plan adds threat protection of passwords, and nobody has one.',
    );
    return pool;
  }

  private createClient(): cognito.UserPoolClient {
    const origin = webOriginOf(this.settings);
    return this.userPool.addClient('Web', {
      userPoolClientName: 'web',
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
        callbackUrls: [`${origin}/callback`],
        logoutUrls: [`${origin}/`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(12),
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      // No attribute that a person can write decides anything.
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ email: true, locale: true }),
    });
  }
}
