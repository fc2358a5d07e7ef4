import { randomBytes } from 'node:crypto';
import { ServerResponse } from 'node:http';
import { SESClient } from '@aws-sdk/client-ses';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { onTestFinished } from 'vitest';
import { oneAttempt, sesEmailSender } from '#functions/adapters/ses-email-sender.ts';
import { deliverDigest } from '#functions/app/mail/deliver-digest.ts';
import { deliverMessage } from '#functions/app/mail/deliver-message.ts';
import type { Delivery, MailDeps } from '#functions/app/mail/deps.ts';
import type { MailJob } from '#functions/app/mail/jobs.ts';
import type { EmailSender } from '#functions/app/mail/ports.ts';
import { sweep } from '#functions/app/mail/sweep.ts';
import { readReport, takeFeedback } from '#functions/app/mail/take-feedback.ts';
import { dueInHour } from '#functions/data/due-reminders.ts';
import type { EmbeddedService } from '#infra/local/service.ts';
import { LocalSes } from '#infra/local/services/ses/ses.ts';
import { TaskBody } from '#shared/domain/outbox/model.ts';
import { keys, region, resource, serve } from '../local-services/harness.ts';
import { districtA, systemTable } from './district.ts';
import type { Scene } from './school-scene.ts';

const configurationSet = 'porchlight-mail';
const origin = 'https://porchlight.example';

/** A sender that ends at this point of an attempt, as a crashed function does. */
export class Crash extends Error {}

/**
 * A district with a mail service at the end of a real wire: what is sent goes through the SDK and the SES protocol
 * and lies there as bytes. `now` is given to every step; nothing waits.
 */
export async function openMail(scene: Scene) {
  const ses = new LocalSes();
  let cut = false;
  const wire: EmbeddedService = {
    name: ses.name,
    start: (context) => ses.start(context),
    stop: () => ses.stop(),
    aws: {
      service: 'ses',
      handle: async (request, response, call) => {
        if (!cut) return ses.aws.handle(request, response, call);
        // The service takes the mail, and its answer never arrives.
        await ses.aws.handle(request, new ServerResponse(request), call);
        response.destroy();
      },
    },
  };
  const host = await serve(
    [wire],
    [
      resource('AWS::SES::EmailIdentity', 'porchlight.example', { EmailIdentity: 'porchlight.example' }),
      resource('AWS::SES::ConfigurationSet', configurationSet),
    ],
  );
  const client = new SESClient({ ...oneAttempt, region, endpoint: host.origin, credentials: keys });
  onTestFinished(async () => {
    client.destroy();
    await host.stop();
  });
  const real = sesEmailSender(client, { mailFrom: 'Porchlight <mail@porchlight.example>', configurationSet });

  const tableAt = (now: string) => systemTable(scene.engine.client, scene.tableName, now);
  const depsAt = (now: string, sender: EmailSender = real): MailDeps => ({
    table: tableAt(now),
    sender,
    settings: {
      fromAddress: 'mail@porchlight.example',
      postalAddress: 'Porchlight, 1 Example Street, Sacramento, CA 95814',
      webOrigin: origin,
    },
    newSecret: () => randomBytes(16).toString('base64url'),
  });
  const run = (job: MailJob, now: string, sender?: EmailSender): Promise<Delivery> =>
    job.kind === 'message'
      ? deliverMessage(depsAt(now, sender), job.messageId)
      : deliverDigest(depsAt(now, sender), job.personId);

  return {
    /** Takes one job from the queue. */
    run,
    /** The function crashes after the lease, before anything is sent. */
    crashBeforeSending: (job: MailJob, now: string) =>
      run(job, now, {
        send: () => Promise.reject(new Crash()),
      }),
    /** The mail service accepts, and the function crashes before it can record that. */
    crashAfterAccepted: (job: MailJob, now: string) =>
      run(job, now, {
        send: async (mail) => {
          await real.send(mail);
          throw new Crash();
        },
      }),
    /** While it lasts, the mail service takes what it gets and its answers are lost. */
    async withLineCut<R>(work: () => Promise<R>): Promise<R> {
      cut = true;
      try {
        return await work();
      } finally {
        cut = false;
      }
    },
    /** A mail service that answers, but takes nothing now. */
    tooFast: { send: async () => ({ kind: 'not_now' as const }) } satisfies EmailSender,
    /** Hands every report of the mail service so far to the worker, and forgets them. */
    async report(now: string): Promise<string[]> {
      const events = host.mailEvents.splice(0).map(({ event }) => event);
      for (const detail of events) {
        const report = readReport({ detail });
        if (report !== null) await takeFeedback(tableAt(now), report);
      }
      return events.map(({ eventType }) => eventType);
    },
    /** One run of the sweep: the jobs it puts on the mail queue. */
    async sweep(now: string): Promise<MailJob[]> {
      const jobs: MailJob[] = [];
      await sweep(
        {
          queue: {
            send: async (more) => {
              jobs.push(...more);
            },
          },
          dueInHour: (hour, until) => dueInHour(scene.engine.client, scene.tableName, hour, until),
        },
        now,
      );
      return jobs;
    },
    /** Sweeps and delivers whatever is due. */
    async quarterHour(now: string): Promise<Delivery[]> {
      const deliveries: Delivery[] = [];
      for (const job of await this.sweep(now)) deliveries.push(await run(job, now));
      await this.report(now);
      return deliveries;
    },
    /** Jobs of the outbox rows written so far, oldest first, as the publisher makes them. */
    async outbox(): Promise<MailJob[]> {
      const rows = await scene.items('outbox');
      return rows
        .filter(({ data }) => data['status'] === 'queued' && !isTask(data['body']))
        .map(({ data }) => String(data['messageId']))
        .sort()
        .map((messageId) => ({ kind: 'message', districtId: districtA, messageId }));
    },
    /** Every accepted mail, as bytes and taken apart. */
    async inbox(): Promise<{ to: string; raw: string; mail: ParsedMail }[]> {
      return Promise.all(
        ses.store.list().map(async ({ id, to }) => {
          const raw = await ses.store.raw(id);
          return { to: to[0] ?? '', raw: raw.toString(), mail: await simpleParser(raw) };
        }),
      );
    },
  };
}
export type MailScene = Awaited<ReturnType<typeof openMail>>;

const isTask = (body: unknown): boolean => TaskBody.safeParse(body).success;
