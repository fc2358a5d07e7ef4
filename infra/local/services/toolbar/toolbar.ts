/**
 * What only a local Porchlight has: the settings of the web app, the tools in its corner, the time machine and
 * tokens for API clients. Whatever changes something asks for a header that no foreign page can send.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { ClockError } from '#infra/local/clock.ts';
import { demoPeople, describePerson, findDemoPerson } from '#infra/local/demo/people.ts';
import type { EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { addressOf, answer, answerJson, isFromHere, readBody } from '#infra/local/services/answer.ts';
import type { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import type { IdentityProvider } from '#infra/local/services/identity/identity-provider.ts';
import type { LocalSes } from '#infra/local/services/ses/ses.ts';

/** Where a journey goes: some days on, a calendar day, or an exact instant. */
const Journey = z.union([
  z.strictObject({ days: z.int().min(1).max(370) }),
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ instant: z.iso.datetime({ offset: true }) }),
]);
const dayMs = 86_400_000;
/** A day is reached when the working day has begun all over the country. */
const hourOfArrival = 'T17:00:00Z';

export class Toolbar implements EmbeddedService {
  readonly name = 'toolbar';
  readonly mounts = [
    { path: '/config.json', handle: this.#config.bind(this) },
    { path: '/_local/toolbar.js', handle: file('toolbar.browser.js', 'text/javascript; charset=utf-8') },
    { path: '/_local/toolbar.css', handle: file('toolbar.css', 'text/css') },
    { path: '/_local/state.json', handle: this.#state.bind(this) },
    { path: '/_local/time', handle: this.#travel.bind(this) },
    { path: '/_local/token', handle: this.#token.bind(this) },
  ];
  readonly #parts: { ses: LocalSes; cognito: LocalCognito; identity: IdentityProvider };
  #context: ServiceContext | undefined;
  /** Journeys that have not arrived yet: until then the clock stops here and there. */
  #underWay = 0;

  constructor(parts: { ses: LocalSes; cognito: LocalCognito; identity: IdentityProvider }) {
    this.#parts = parts;
  }

  async start(context: ServiceContext): Promise<void> {
    this.#context = context;
  }

  get #here(): ServiceContext {
    if (this.#context === undefined) throw new Error('The toolbar has not been started');
    return this.#context;
  }

  #config(_: IncomingMessage, response: ServerResponse): void {
    answerJson(response, 200, { stage: 'local', ...this.#parts.identity.settings });
  }

  #state(_: IncomingMessage, response: ServerResponse): void {
    const { clock } = this.#here;
    answerJson(response, 200, {
      now: new Date(clock.now()).toISOString(),
      aheadMs: clock.offset(),
      underWay: this.#underWay > 0,
      mail: this.#parts.ses.store.count,
      people: demoPeople.map((one) => ({
        short: one.short,
        name: one.name,
        email: one.email,
        what: describePerson(one),
        place: one.place,
      })),
    });
  }

  /** Goes there and answers when all that fell due on the way has been done. */
  async #travel(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const journey = Journey.safeParse(await this.#command(request, response));
    if (response.writableEnded) return;
    if (!journey.success) return refuse(response, 400, 'Choose a day to go to, such as 2027-01-15.');
    const { clock, idle } = this.#here;
    this.#underWay += 1;
    try {
      await clock.advanceTo(arrival(journey.data, clock.now()));
      await idle();
      answerJson(response, 200, { now: new Date(clock.now()).toISOString() });
    } catch (error) {
      if (!(error instanceof ClockError)) throw error;
      refuse(response, 409, error.message);
    } finally {
      this.#underWay -= 1;
    }
  }

  /** An access token for a demo person, or for any account by its address. */
  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = z.strictObject({ person: z.string() }).safeParse(await this.#command(request, response));
    if (response.writableEnded) return;
    const wanted = body.data?.person ?? '';
    const user = this.#parts.cognito.users.find(findDemoPerson(wanted)?.email ?? wanted);
    const tokens = user === undefined ? null : await this.#parts.identity.tokensFor(user.sub);
    if (tokens === null) return refuse(response, 404, `Nobody called "${wanted}" has an account here.`);
    answerJson(response, 200, { token: tokens.accessToken, expiresIn: tokens.expiresIn });
  }

  /** The body of a command from this machine; answers by itself when it is none. */
  async #command(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (request.method !== 'POST') return refuse(response, 405, 'Send this with POST.');
    if (!isFromHere(request, this.#here.origin)) {
      return refuse(
        response,
        403,
        'Only this Porchlight’s own pages and programs on this machine may do that.',
      );
    }
    try {
      return JSON.parse((await readBody(request, 4_096))?.toString() ?? '');
    } catch {
      return refuse(response, 400, 'The request is not JSON.');
    }
  }
}

function arrival(journey: z.infer<typeof Journey>, now: number): number {
  if ('days' in journey) return now + journey.days * dayMs;
  return Date.parse('day' in journey ? `${journey.day}${hourOfArrival}` : journey.instant);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  answerJson(response, status, { message });
}

function file(name: string, type: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (addressOf(request).pathname.split('/').length > 3) return refuse(response, 404, 'Not found.');
    answer(response, 200, type, await readFile(new URL(`./${name}`, import.meta.url)));
  };
}
