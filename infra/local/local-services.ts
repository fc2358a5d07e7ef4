import type { EmbeddedService } from '#infra/local/service.ts';
import { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import { IdentityProvider } from '#infra/local/services/identity/identity-provider.ts';
import { Inbox } from '#infra/local/services/inbox/inbox.ts';
import { LocalS3 } from '#infra/local/services/s3/s3.ts';
import { LocalSes } from '#infra/local/services/ses/ses.ts';
import { Toolbar } from '#infra/local/services/toolbar/toolbar.ts';

/** The services that stand where the cloud's stand, and those that only one's own machine has. */
export interface LocalServices {
  readonly ses: LocalSes;
  readonly cognito: LocalCognito;
  readonly identity: IdentityProvider;
  /** All of them, in the order in which they start. */
  readonly all: readonly EmbeddedService[];
}

export function localServices(): LocalServices {
  const ses = new LocalSes();
  const cognito = new LocalCognito();
  const identity = new IdentityProvider(cognito);
  const toolbar = new Toolbar({ ses, cognito, identity });
  return { ses, cognito, identity, all: [ses, cognito, identity, new LocalS3(), new Inbox(ses), toolbar] };
}
