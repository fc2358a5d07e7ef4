/**
 * Signing in on one machine: OpenID Connect under `/oidc`, with tokens in Cognito's shape and claims from the
 * stack's own pre-token trigger. In the cloud Cognito stands here; the web app is the same.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { addressOf, answer, answerJson, answerPage, readBody } from '#infra/local/services/answer.ts';
import type { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import { html } from '#infra/local/services/markup.ts';
import { isOwnAddress, type PoolClient, poolClient } from './pool-client.ts';
import { createProvider } from './provider.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { SessionStore } from './session-store.ts';
import { signInPage } from './sign-in-page.ts';
import { makeTokens, type Tokens } from './tokens.ts';

interface Running {
  readonly context: ServiceContext;
  readonly client: PoolClient;
  readonly secrets: Secrets;
  readonly sessions: SessionStore;
  readonly provider: Provider;
  readonly callback: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export class IdentityProvider implements EmbeddedService {
  readonly name = 'identity';
  readonly mounts = [
    { path: '/oidc', handle: this.#protocol.bind(this) },
    { path: '/oidc/sign-in', handle: this.#signIn.bind(this) },
    { path: '/oidc/sign-in.css', handle: this.#style.bind(this) },
    { path: '/oidc/logout', handle: this.#signOut.bind(this) },
  ];
  readonly #cognito: LocalCognito;
  #running: Running | undefined;

  constructor(cognito: LocalCognito) {
    this.#cognito = cognito;
  }

  async start(context: ServiceContext): Promise<void> {
    const client = poolClient(context.stack);
    const secrets = await openSecrets(context.dataDir);
    const sessions = await SessionStore.open(context.dataDir);
    const provider = createProvider({
      origin: context.origin,
      client,
      secrets,
      sessions,
      account: (sub) => this.#account(sub),
      tokens: (occasion) => makeTokens(context, client, secrets, occasion),
      log: (line) => context.log(line),
    });
    this.#running = { context, client, secrets, sessions, provider, callback: provider.callback() };
  }

  async stop(): Promise<void> {
    await this.#running?.sessions.settled();
  }

  /** What the web app and the functions must know to sign people in and to read their tokens. */
  get settings() {
    const { context, client } = this.#here;
    const authority = `${context.origin}/oidc`;
    const leave = new URLSearchParams({ client_id: client.clientId, logout_uri: `${context.origin}/` });
    return { authority, clientId: client.clientId, logoutUrl: `${authority}/logout?${leave}` };
  }

  /** Tokens for an account without a browser: for the seed and for `npm run token`. */
  async tokensFor(sub: string): Promise<Tokens | null> {
    const { context, client, secrets } = this.#here;
    const user = this.#account(sub);
    if (user === undefined) return null;
    const authTime = Math.floor(Date.now() / 1000);
    const reason = 'TokenGeneration_Authentication';
    return makeTokens(context, client, secrets, { user, reason, scope: 'openid', authTime });
  }

  get #here(): Running {
    if (this.#running === undefined) throw new Error('The sign-in service has not been started');
    return this.#running;
  }

  #account(sub: string) {
    const user = this.#cognito.users.find(sub);
    return user?.sub === sub && user.enabled ? user : undefined;
  }

  async #protocol(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The provider works out under which path it is mounted from the two addresses.
    Object.assign(request, { originalUrl: request.url });
    request.url = (request.url ?? '').slice('/oidc'.length) || '/';
    await this.#here.callback(request, response);
  }

  async #style(_: IncomingMessage, response: ServerResponse): Promise<void> {
    answer(response, 200, 'text/css', await readFile(new URL('./sign-in.css', import.meta.url)));
  }

  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this.#here;
    const address = addressOf(request);
    const interaction = await provider.interactionDetails(request, response).catch(() => null);
    if (interaction === null) {
      const page = html`<html lang="en"><head><title>Sign in again</title><link rel="stylesheet" href="/oidc/sign-in.css"></head><body><main><h1>This sign-in has ended</h1><p><a href="/">Go to Porchlight and sign in again</a></p></main></body></html>`;
      return answerPage(response, 400, page);
    }
    if (request.method === 'POST') {
      const form = new URLSearchParams((await readBody(request, 4_096))?.toString() ?? '');
      const user = this.#account(form.get('sub') ?? '');
      if (user !== undefined) {
        const login = { accountId: user.sub, remember: true };
        return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
      }
    }
    const hint = interaction.params['login_hint'];
    const page = signInPage({
      action: address.pathname,
      users: this.#cognito.users.all().filter((user) => user.enabled),
      hint: typeof hint === 'string' ? hint : null,
      search: address.searchParams.get('q') ?? '',
    });
    answerPage(response, 200, page);
  }

  /** Cognito's way to leave: `client_id` and `logout_uri`, which must be an address of one's own app. */
  async #signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider, client } = this.#here;
    const query = addressOf(request).searchParams;
    const to = query.get('logout_uri') ?? '';
    if (query.get('client_id') !== client.clientId || !isOwnAddress(to, client.logoutPaths)) {
      return answerJson(response, 400, { error: 'invalid_request', error_description: 'logout_uri' });
    }
    const session = await provider.Session.get(provider.createContext(request, response));
    if (session.accountId !== undefined) await session.destroy();
    response.writeHead(302, { location: to, 'cache-control': 'no-store' });
    response.end();
  }
}
