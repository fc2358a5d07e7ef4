import {
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Inbox } from '#infra/local/services/inbox/inbox.ts';
import { LocalSes } from '#infra/local/services/ses/ses.ts';
import { type Harness, keys, region, resource, serve } from './harness.ts';

const stack = [
  resource('AWS::SES::EmailIdentity', 'porchlight.example', { EmailIdentity: 'porchlight.example' }),
  resource('AWS::SES::ConfigurationSet', 'porchlight-mail'),
];
const from = 'Porchlight <mail@porchlight.example>';
const invite =
  'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:v1\r\nSUMMARY:Home visit\r\nDTSTART;TZID=America/Chicago:20261202T163000\r\nEND:VEVENT\r\nEND:VCALENDAR';

let host: Harness;
let client: SESClient;
const services = () => {
  const ses = new LocalSes();
  return [ses, new Inbox(ses)];
};

beforeEach(async () => {
  host = await serve(services(), stack);
  client = new SESClient({ region, endpoint: host.origin, credentials: keys });
});
afterEach(async () => {
  client.destroy();
  await host.stop();
});

async function compose(to: string, more: object = {}): Promise<Buffer> {
  return new MailComposer({ from, to, subject: 'Visita el miércoles', text: 'Hola', ...more })
    .compile()
    .build();
}
async function send(to: string, raw?: Buffer, tags = [{ Name: 'message', Value: 'msg_1' }]) {
  const command = new SendRawEmailCommand({
    RawMessage: { Data: raw ?? (await compose(to)) },
    Destinations: [to],
    Source: from,
    ConfigurationSetName: 'porchlight-mail',
    Tags: tags,
  });
  return (await client.send(command)).MessageId ?? '';
}
const inbox = async (to?: string) => {
  const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
  return (await (await fetch(`${host.origin}/_local/inbox.json${query}`)).json()) as {
    count: number;
    mails: { id: string; to: string[]; subject: string }[];
  };
};
const told = () => host.mailEvents.map(({ event }) => event.eventType);

describe('what is sent', () => {
  test('is kept byte for byte, with its invitation and its unsubscribe headers', async () => {
    const raw = await compose('maya@district.example', {
      html: '<p>Hola</p>',
      icalEvent: { method: 'REQUEST', content: invite },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    const id = await send('maya@district.example', raw);
    const kept = await fetch(`${host.origin}/_local/inbox/${id}.eml`);
    expect(Buffer.from(await kept.arrayBuffer()).equals(raw)).toBe(true);
    const calendar = await (await fetch(`${host.origin}/_local/inbox/${id}.ics`)).text();
    expect(calendar).toContain('SUMMARY:Home visit');
  });

  test('is reported as sent and delivered, with the tags it was sent with', async () => {
    const id = await send('maya@district.example');
    expect(told()).toEqual(['Send', 'Delivery']);
    const [first] = host.mailEvents;
    expect(first?.configurationSet).toBe('porchlight-mail');
    expect(first?.event.mail).toMatchObject({
      messageId: id,
      destination: ['maya@district.example'],
      tags: { message: ['msg_1'], 'ses:configuration-set': ['porchlight-mail'] },
    });
  });

  test('is listed newest first, for one recipient when asked, also after a restart', async () => {
    await send('maya@district.example');
    await send('tomas@district.example');
    await host.restart(services());
    expect((await inbox()).mails.map((mail) => mail.to[0])).toEqual([
      'tomas@district.example',
      'maya@district.example',
    ]);
    expect((await inbox('MAYA@district.example')).mails).toMatchObject([{ subject: 'Visita el miércoles' }]);
  });

  test('may also be plain parts, which are put together', async () => {
    const { MessageId } = await client.send(
      new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: ['maya@district.example'] },
        Message: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Good morning' } } },
      }),
    );
    const raw = await (await fetch(`${host.origin}/_local/inbox/${MessageId}.eml`)).text();
    expect(raw).toContain('Good morning');
    const quota = await client.send(new GetSendQuotaCommand({}));
    expect(quota.SentLast24Hours).toBe(1);
  });
});

describe('what comes back', () => {
  test('a simulator bounce and a simulator complaint are reported', async () => {
    await send('bounce+maya@simulator.amazonses.com');
    await send('complaint@simulator.amazonses.com');
    expect(told()).toEqual(['Send', 'Bounce', 'Send', 'Delivery', 'Complaint']);
    expect(host.mailEvents[1]?.event).toMatchObject({
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: 'bounce+maya@simulator.amazonses.com' }],
      },
    });
  });

  test('an address that bounced for good is suppressed from then on, also after a restart', async () => {
    await send('maya@nowhere.invalid');
    await host.restart(services());
    await send('maya@nowhere.invalid');
    expect(host.mailEvents.at(-1)?.event).toMatchObject({
      bounce: { bounceSubType: 'OnAccountSuppressionList' },
    });
  });

  test('a reader marks a mail as spam on the inbox page, but a foreign page cannot', async () => {
    const id = await send('maya@district.example');
    const mark = (origin: string) =>
      fetch(`${host.origin}/_local/inbox/${id}/complaint`, {
        method: 'POST',
        headers: { origin },
        redirect: 'manual',
      });
    expect((await mark('https://elsewhere.example')).status).toBe(403);
    expect(told()).not.toContain('Complaint');
    expect((await mark(host.origin)).status).toBe(303);
    expect(told().at(-1)).toBe('Complaint');
  });
});

describe('what is refused, in the words of SES', () => {
  test.each([
    ['an unverified sender', { Source: 'someone@elsewhere.example' }, 'MessageRejected'],
    [
      'an unknown configuration set',
      { ConfigurationSetName: 'other' },
      'ConfigurationSetDoesNotExistException',
    ],
    ['an address without a domain', { Destinations: ['maya'] }, 'InvalidParameterValue'],
    ['an address with a space', { Destinations: ['ma ya@district.example'] }, 'InvalidParameterValue'],
    [
      'more than fifty recipients',
      { Destinations: Array.from({ length: 51 }, (_, n) => `p${n}@district.example`) },
      'InvalidParameterValue',
    ],
    ['a tag that SES cannot carry', { Tags: [{ Name: 'who', Value: 'two words' }] }, 'InvalidParameterValue'],
  ])('%s', async (_, change, name) => {
    const command = new SendRawEmailCommand({
      RawMessage: { Data: await compose('maya@district.example') },
      Destinations: ['maya@district.example'],
      Source: from,
      ...change,
    });
    await expect(client.send(command)).rejects.toMatchObject({ name });
    expect((await inbox()).count).toBe(0);
  });

  test('more than ten megabytes', async () => {
    const raw = Buffer.concat([await compose('maya@district.example'), Buffer.alloc(10 * 1024 * 1024, 'a')]);
    await expect(send('maya@district.example', raw)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  test('an action that is not offered here', async () => {
    await expect(client.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});

describe('the inbox page', () => {
  test('shows a mail safely: its markup in a sandbox, its words escaped', async () => {
    const raw = await compose('maya@district.example', {
      subject: '<script>alert(1)</script>',
      html: '<p>Hola</p><script>alert(1)</script>',
      icalEvent: { method: 'REQUEST', content: invite },
    });
    const id = await send('maya@district.example', raw);
    const page = await (await fetch(`${host.origin}/_local/inbox?message=${id}`)).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('20261202T163000 (America/Chicago)');
    const mail = await fetch(`${host.origin}/_local/inbox/${id}.html`);
    expect(mail.headers.get('content-security-policy')).toMatch(/^sandbox [^;]*; default-src 'none'/);
  });

  test('says so when there is nothing to show', async () => {
    const page = await (await fetch(`${host.origin}/_local/inbox?message=1`)).text();
    expect(page).toContain('This mail is no longer here.');
    expect((await fetch(`${host.origin}/_local/inbox/00.eml`)).status).toBe(404);
  });
});
