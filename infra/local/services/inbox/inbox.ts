/**
 * The inbox of the local host: every mail that was accepted, to read in a browser or from a test.
 * `/_local/inbox` is the page; `/_local/inbox.json?to=…` the list; `/_local/inbox/<id>.eml`, `.html` and `.ics`
 * the raw mail and its parts.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { addressOf, answer, answerJson, answerPage, isFromHere } from '#infra/local/services/answer.ts';
import { html } from '#infra/local/services/markup.ts';
import type { LocalSes } from '#infra/local/services/ses/ses.ts';
import { inboxPage } from './page.ts';
import { readMail } from './read-mail.ts';

const listed = 200;

export class Inbox implements EmbeddedService {
  readonly name = 'inbox';
  readonly mounts = [
    { path: '/_local/inbox', handle: this.#page.bind(this) },
    { path: '/_local/inbox.json', handle: this.#list.bind(this) },
    { path: '/_local/inbox.css', handle: this.#style.bind(this) },
  ];
  readonly #ses: LocalSes;
  #origin = '';

  constructor(ses: LocalSes) {
    this.#ses = ses;
  }

  async start(context: ServiceContext): Promise<void> {
    this.#origin = context.origin;
  }

  #list(request: IncomingMessage, response: ServerResponse): void {
    const recipient = addressOf(request).searchParams.get('to') ?? undefined;
    const mails = this.#ses.store.list(recipient);
    answerJson(response, 200, { count: mails.length, mails: mails.slice(0, 1_000) });
  }

  async #style(_: IncomingMessage, response: ServerResponse): Promise<void> {
    answer(response, 200, 'text/css', await readFile(new URL('./inbox.css', import.meta.url)));
  }

  async #page(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request);
    const part = /^\/_local\/inbox\/([0-9a-f-]+)(?:\.(eml|html|ics)|\/(complaint))$/.exec(address.pathname);
    if (part !== null) {
      const [, id = '', kind, action] = part;
      if (this.#ses.store.get(id) === undefined) return notFound(response);
      return action === undefined
        ? this.#part(response, id, kind ?? 'eml')
        : this.#complain(request, response, id);
    }
    if (address.pathname !== '/_local/inbox') return notFound(response);
    const recipient = address.searchParams.get('to') || null;
    const chosen = address.searchParams.get('message');
    const mail = chosen === null ? undefined : this.#ses.store.get(chosen);
    const all = this.#ses.store.list();
    const shown = recipient === null ? all : this.#ses.store.list(recipient);
    const page = inboxPage({
      mails: shown.slice(0, listed),
      total: all.length,
      recipients: [...new Set(all.flatMap((one) => one.to))].sort(),
      recipient,
      open: mail === undefined ? null : { mail, read: await readMail(await this.#ses.store.raw(mail.id)) },
      missing: chosen !== null && mail === undefined,
    });
    answerPage(response, 200, page);
  }

  async #part(response: ServerResponse, id: string, kind: string): Promise<void> {
    const raw = await this.#ses.store.raw(id);
    if (kind === 'eml') {
      return answer(response, 200, 'message/rfc822', raw, {
        'content-disposition': `attachment; filename="${id}.eml"`,
      });
    }
    const read = await readMail(raw);
    if (kind === 'ics') {
      if (read.calendar === null) return notFound(response);
      return answer(response, 200, 'text/calendar; charset=utf-8', read.calendar, {
        'content-disposition': 'attachment; filename="invite.ics"',
      });
    }
    // Mail is foreign content even here: no script, no request to anywhere, links open in a tab of their own.
    answer(response, 200, 'text/html; charset=utf-8', `<base target="_blank">${read.html ?? ''}`, {
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
      'referrer-policy': 'no-referrer',
    });
  }

  async #complain(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const fromForm = request.method === 'POST' && request.headers.origin === this.#origin;
    if (!fromForm && !(request.method === 'POST' && isFromHere(request, this.#origin))) {
      return answerJson(response, 403, { message: 'Use the button on the inbox page.' });
    }
    await this.#ses.complain(id);
    response.writeHead(303, { location: `/_local/inbox?message=${id}` });
    response.end();
  }
}

function notFound(response: ServerResponse): void {
  answerPage(
    response,
    404,
    html`<html lang="en"><title>Not here</title><p>There is no such mail. <a href="/_local/inbox">To the inbox</a></p></html>`,
  );
}
