/**
 * Amazon SES (v1, the query protocol) on one machine: checks a mail as SES does, keeps its bytes, and reports
 * what became of it as events of the configuration set. No mail ever leaves the machine.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import * as z from 'zod';
import type { AwsCall, EmbeddedService, MailEvent, ServiceContext } from '#infra/local/service.ts';
import { answerXml } from '#infra/local/services/answer.ts';
import { JsonFile, readJson } from '#infra/local/services/json-file.ts';
import { bareAddress, decodeWords, headerValues, readHeaders, splitAddresses } from './headers.ts';
import { checkEnvelope, type Envelope, type MailSettings, mailSettings } from './mail-checks.ts';
import { complaintAbout, eventsFor, fateOf, sendEvent } from './mail-events.ts';
import { type KeptMail, MailStore } from './mail-store.ts';
import { QueryParams, queryAnswer, queryError, SesRefusal } from './query-protocol.ts';

const dayMs = 86_400_000;

interface Running {
  readonly context: ServiceContext;
  readonly settings: MailSettings;
  readonly store: MailStore;
  readonly suppressed: Set<string>;
  readonly suppressionFile: JsonFile;
}

export class LocalSes implements EmbeddedService {
  readonly name = 'mail';
  readonly aws = {
    service: 'ses',
    handle: (_: IncomingMessage, response: ServerResponse, call: AwsCall) => this.#handle(response, call),
  } as const;
  #running: Running | undefined;
  #reporting = 0;

  async start(context: ServiceContext): Promise<void> {
    const store = await MailStore.open(context.dataDir);
    const path = join(context.dataDir, 'suppressed.json');
    const suppressed = new Set(z.array(z.string()).parse((await readJson(path)) ?? []));
    const suppressionFile = new JsonFile(path, () => [...suppressed]);
    this.#running = { context, settings: mailSettings(context.stack), store, suppressed, suppressionFile };
  }

  async stop(): Promise<void> {
    await this.#running?.suppressionFile.settled();
  }

  busy(): boolean {
    return this.#reporting > 0;
  }

  /** The mail kept so far, for the inbox. */
  get store(): MailStore {
    return this.#here.store;
  }

  /** The recipient of a kept mail marks it as spam: a complaint, and the address gets nothing more. */
  async complain(id: string): Promise<boolean> {
    const { store } = this.#here;
    const mail = store.get(id);
    const recipient = mail?.to[0];
    if (mail === undefined || recipient === undefined) return false;
    const event = complaintAbout(mail, await store.raw(id), recipient);
    await this.#suppress(recipient);
    await this.#report(mail, [event]);
    return true;
  }

  get #here(): Running {
    if (this.#running === undefined) throw new Error('The mail service has not been started');
    return this.#running;
  }

  async #handle(response: ServerResponse, call: AwsCall): Promise<void> {
    const params = new QueryParams(call.body);
    const action = params.get('Action') ?? '';
    try {
      answerXml(response, 200, queryAnswer(action, await this.#run(action, params)));
    } catch (error) {
      const refusal =
        error instanceof SesRefusal ? error : new SesRefusal('InternalFailure', 'Internal failure', 500);
      if (refusal !== error) this.#here.context.log(`mail: ${String(error)}`);
      answerXml(response, refusal.status, queryError(refusal));
    }
  }

  async #run(action: string, params: QueryParams): Promise<Record<string, string>> {
    if (action === 'SendRawEmail') return { MessageId: await this.#accept(rawEnvelope(params)) };
    if (action === 'SendEmail') return { MessageId: await this.#accept(await simpleEnvelope(params)) };
    if (action === 'GetSendQuota') {
      const { store, context } = this.#here;
      const sent = store.countSince(context.clock.now() - dayMs);
      return { Max24HourSend: '50000.0', MaxSendRate: '14.0', SentLast24Hours: `${sent}.0` };
    }
    throw new SesRefusal('InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
  }

  async #accept(envelope: Envelope): Promise<string> {
    const { context, settings, store, suppressed } = this.#here;
    checkEnvelope(envelope, settings);
    const at = context.clock.now();
    const mail: KeptMail = {
      id: `0100${at.toString(16).padStart(12, '0')}-${randomUUID()}-000000`,
      at,
      from: envelope.from,
      to: [...envelope.to],
      subject: decodeWords(headerValues(readHeaders(envelope.raw), 'Subject')[0] ?? ''),
      configurationSet: envelope.configurationSet,
      tags: { ...envelope.tags },
      size: envelope.raw.length,
    };
    await store.keep(mail, envelope.raw);
    const events = [sendEvent(mail, envelope.raw)];
    for (const to of mail.to) {
      const fate = fateOf(to, suppressed);
      // Amazon's simulator addresses never enter the list; a domain that cannot exist does.
      if (fate.kind === 'bounced' && to.endsWith('.invalid')) await this.#suppress(to);
      events.push(...eventsFor(mail, envelope.raw, to, fate));
    }
    // Not awaited: SES answers first and reports later.
    void this.#report(mail, events);
    return mail.id;
  }

  async #suppress(address: string): Promise<void> {
    const { suppressed, suppressionFile } = this.#here;
    suppressed.add(address.toLowerCase());
    await suppressionFile.save();
  }

  async #report(mail: KeptMail, events: readonly MailEvent[]): Promise<void> {
    if (mail.configurationSet === null) return;
    this.#reporting += 1;
    try {
      for (const event of events) await this.#here.context.mailEvent(mail.configurationSet, event);
    } catch (error) {
      this.#here.context.log(`mail: an event about ${mail.id} was not delivered: ${String(error)}`);
    } finally {
      this.#reporting -= 1;
    }
  }
}

function rawEnvelope(params: QueryParams): Envelope {
  const raw = Buffer.from(params.get('RawMessage.Data') ?? '', 'base64');
  const headers = readHeaders(raw);
  const header = (name: string) => headerValues(headers, name).flatMap(splitAddresses);
  const headerFrom = header('From');
  if (headerFrom.length === 0)
    throw new SesRefusal('InvalidParameterValue', "Missing required header 'From'.");
  const named = params.list('Destinations').map(bareAddress);
  return {
    from: bareAddress(params.get('Source') ?? headerFrom[0] ?? ''),
    headerFrom,
    to: named.length > 0 ? named : ['To', 'Cc', 'Bcc'].flatMap(header),
    raw,
    configurationSet:
      params.get('ConfigurationSetName') ?? headerValues(headers, 'X-SES-CONFIGURATION-SET')[0] ?? null,
    tags: params.tags(),
  };
}

async function simpleEnvelope(params: QueryParams): Promise<Envelope> {
  const from = params.get('Source') ?? '';
  const to = params.list('Destination.ToAddresses');
  const cc = params.list('Destination.CcAddresses');
  const part = (name: string) => params.get(name);
  const raw = await new MailComposer({
    from,
    to,
    cc,
    replyTo: params.list('ReplyToAddresses'),
    subject: part('Message.Subject.Data'),
    text: part('Message.Body.Text.Data'),
    html: part('Message.Body.Html.Data'),
  })
    .compile()
    .build();
  return {
    from: bareAddress(from),
    headerFrom: [],
    to: [...to, ...cc, ...params.list('Destination.BccAddresses')].map(bareAddress),
    raw,
    configurationSet: params.get('ConfigurationSetName') ?? null,
    tags: params.tags(),
  };
}
