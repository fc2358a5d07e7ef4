import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { PoolUser } from '#infra/local/services/cognito/user-store.ts';
import { html } from '#infra/local/services/markup.ts';
import { isOwnAddress, type PoolClient } from './pool-client.ts';
import type { Secrets } from './secrets.ts';
import type { SessionStore } from './session-store.ts';
import type { Occasion, Tokens } from './tokens.ts';

export interface ProviderParts {
  readonly origin: string;
  readonly client: PoolClient;
  readonly secrets: Secrets;
  readonly sessions: SessionStore;
  /** An account that may sign in; undefined when there is none or it was disabled. */
  readonly account: (sub: string) => PoolUser | undefined;
  readonly tokens: (occasion: Occasion) => Promise<Tokens>;
  readonly log: (line: string) => void;
}

const scope = 'openid email profile';

/**
 * The protocol: code with PKCE, refresh tokens that rotate, revocation. The tokens themselves are made anew in
 * Cognito's shape after the provider has decided that there shall be some.
 */
export function createProvider(parts: ProviderParts): Provider {
  const { client, origin, secrets } = parts;
  // Cookies know no ports: two Porchlights on one machine must not overwrite each other's.
  const cookie = `porchlight_${new URL(origin).port}`;
  const provider = new Provider(`${origin}/oidc`, {
    adapter: (model: string) => parts.sessions.adapter(model),
    jwks: { keys: [secrets.signing] },
    clients: [
      {
        client_id: client.clientId,
        token_endpoint_auth_method: 'none',
        // `native` would ask for consent every time.
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: client.callbackPaths.map((path) => `${origin}${path}`),
        id_token_signed_response_alg: 'RS256',
      },
    ],
    clientBasedCORS: () => true,
    scopes: scope.split(' '),
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_, asking, token) => token.clientId === asking.clientId,
      },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: async (_, sub) =>
      parts.account(sub) === undefined ? undefined : { accountId: sub, claims: async () => ({ sub }) },
    async loadExistingGrant(ctx) {
      // One's own app asks for no consent.
      const { session, client: asking } = ctx.oidc;
      if (session === undefined || asking === undefined) return undefined;
      const known = session.grantIdFor(asking.clientId);
      if (known !== undefined) return provider.Grant.find(known);
      const grant = new provider.Grant({
        clientId: asking.clientId,
        ...(session.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
    renderError(ctx, out) {
      ctx.type = 'text/html; charset=utf-8';
      const why = `${out.error}: ${out.error_description ?? ''}`;
      ctx.body =
        html`<!doctype html><html lang="en"><head><title>Sign-in refused</title><link rel="stylesheet" href="/oidc/sign-in.css"></head><body><main><h1>This sign-in was refused</h1><p>${why}</p><p><a href="/">Go to Porchlight and sign in again</a></p></main></body></html>`.text;
    },
    issueRefreshToken: async () => true,
    interactions: { url: (_, interaction) => `/oidc/sign-in/${interaction.uid}` },
    cookies: {
      keys: [secrets.cookieKey],
      names: { session: cookie, interaction: `${cookie}_page`, resume: `${cookie}_resume` },
    },
    ttl: {
      AccessToken: client.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: client.refreshTokenSeconds,
      IdToken: client.accessTokenSeconds,
      Interaction: 3_600,
      RefreshToken: client.refreshTokenSeconds,
      Session: client.refreshTokenSeconds,
    },
  });
  provider.Client.prototype.redirectUriAllowed = (uri: string) => isOwnAddress(uri, client.callbackPaths);
  provider.on('server_error', (_, error) => parts.log(`sign-in: ${error.message}`));
  answerWithCognitoTokens(provider, parts);
  return provider;
}

function answerWithCognitoTokens(provider: Provider, parts: ProviderParts): void {
  provider.use(async (ctx, next) => {
    await next();
    const oidc = ctx['oidc'] as KoaContextWithOIDC['oidc'] | undefined;
    if (oidc?.route !== 'token' || ctx.status !== 200) return;
    const { AccessToken, AuthorizationCode, RefreshToken } = oidc.entities;
    const user = parts.account(AccessToken?.accountId ?? '');
    if (user === undefined) return;
    // A renewal knows no code; the first sign-in knows both.
    const source = AuthorizationCode ?? RefreshToken;
    try {
      const made = await parts.tokens({
        user,
        reason:
          AuthorizationCode === undefined ? 'TokenGeneration_RefreshTokens' : 'TokenGeneration_HostedAuth',
        scope: AccessToken?.scope ?? 'openid',
        nonce: source?.nonce,
        authTime: source?.authTime ?? Math.floor(Date.now() / 1000),
      });
      ctx.body = {
        ...(ctx.body as Record<string, unknown>),
        access_token: made.accessToken,
        id_token: made.idToken,
        expires_in: made.expiresIn,
      };
    } catch (error) {
      parts.log(`sign-in: the pre-token trigger failed: ${String(error)}`);
      ctx.status = 400;
      ctx.body = { error: 'invalid_grant', error_description: 'PreTokenGeneration failed with error.' };
    }
  });
}
