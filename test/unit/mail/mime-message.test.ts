import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#functions/adapters/mailbox.ts';
import { composeMime } from '#functions/adapters/mime-message.ts';
import { outcomeOfError } from '#functions/adapters/ses-email-sender.ts';
import type { OutgoingMail } from '#functions/app/mail/ports.ts';
import { calendarInvitation } from '#functions/email/calendar-invitation.ts';
import { firstVisit, team } from './examples.ts';

const mail: OutgoingMail = {
  districtId: 't_00000000000000000000000001',
  messageId: 'msg_00000000000000000000000001',
  kind: 'visit_scheduled',
  to: { name: 'Zoë Núñez', email: 'zoe@lakeside.example' },
  fromName: 'Lakeside Schools',
  language: 'es',
  subject: 'Visita el martes, 3 de noviembre',
  html: '<p>Hola</p>',
  text: 'Hola\n',
  calendar: null,
  unsubscribeUrl: null,
};
const from = 'Porchlight <mail@porchlight.example>';
const compose = async (changes: Partial<OutgoingMail> = {}) =>
  Buffer.from(await composeMime({ ...mail, ...changes }, from)).toString('latin1');
/** Headers longer than a line are folded at a space. */
const unfold = (raw: string) => raw.replaceAll('\r\n ', ' ');

describe('the MIME form of a mail', () => {
  it('carries both twins, the reader’s name and the district as sender', async () => {
    const parsed = await simpleParser(await compose());
    expect(parsed).toMatchObject({ subject: mail.subject, text: mail.text });
    expect(parsed.html).toContain('<p>Hola</p>');
    expect(parsed.from?.text).toBe('"Lakeside Schools" <mail@porchlight.example>');
    expect(parsed.to).toMatchObject({ value: [{ name: 'Zoë Núñez', address: 'zoe@lakeside.example' }] });
  });

  it('has the same Message-ID each time the same message is composed (I32)', async () => {
    const name = 'msg_00000000000000000000000001.t_00000000000000000000000001';
    const raw = unfold(await compose());
    expect(raw).toContain(`Message-ID: <${name}@porchlight.example>`);
    expect(raw).toContain(`X-Porchlight-Message: ${name}`);
    expect(unfold(await compose())).toContain(`Message-ID: <${name}@porchlight.example>`);
  });

  it('offers one-click unsubscribe by POST where the mail may be switched off (I37)', async () => {
    const url = `https://porchlight.example/api/unsubscribe/${'a'.repeat(90)}`;
    const { headers } = await simpleParser(await compose({ unsubscribeUrl: url }));
    const raw = await compose({ unsubscribeUrl: url });
    expect(unfold(raw)).toContain(`List-Unsubscribe: <${url}>`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(await compose()).not.toContain('List-Unsubscribe');
  });

  it('carries the invitation as an alternative with its method, byte for byte', async () => {
    const calendar = calendarInvitation({
      method: 'CANCEL',
      visit: { ...firstVisit, place: 'Ñandú', type: 'neutral' },
      language: 'es',
      organizer: { name: 'Lakeside Schools', email: 'mail@porchlight.example' },
      attendees: team,
      webOrigin: 'https://porchlight.example',
      now: '2026-10-20T15:00:00.000Z',
    });
    const raw = await compose({ calendar });
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
    const parsed = await simpleParser(raw);
    const attached = parsed.attachments.map(({ content }) => content.toString());
    expect(attached).toContain(calendar.content);
  });

  it('cannot be given a second header by a name or a subject', async () => {
    const raw = await compose({
      subject: 'Hola\r\nBcc: other@lakeside.example',
      to: { name: 'Zoë\r\nBcc: other@lakeside.example', email: 'zoe@lakeside.example' },
    });
    expect(raw.split('\r\n').filter((text) => /^bcc:/i.test(text))).toEqual([]);
  });

  it.each([
    ['Porchlight <mail@porchlight.example>', 'mail@porchlight.example'],
    ['mail@porchlight.example', 'mail@porchlight.example'],
  ])('finds the address in %s', (mailbox, address) => {
    expect(addressOf(mailbox)).toBe(address);
  });
});

describe('what an error of the mail service tells about the message (I32)', () => {
  const answered = (name: string, httpStatusCode: number) =>
    Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
  const broken = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    ['a malformed address', answered('InvalidParameterValue', 400), 'refused'],
    ['too fast', answered('Throttling', 400), 'not_now'],
    ['a sender that is not verified', answered('MessageRejected', 400), 'not_now'],
    ['nobody listens', broken('ECONNREFUSED'), 'not_now'],
    ['no name service', new Error('failed', { cause: broken('ENOTFOUND') }), 'not_now'],
    ['the service broke', answered('ServiceFailure', 500), 'unknown'],
    ['the connection broke', broken('ECONNRESET'), 'unknown'],
    ['no answer in time', Object.assign(new Error('slow'), { name: 'TimeoutError' }), 'unknown'],
    ['something else', 'thrown', 'unknown'],
  ])('%s: %s', (_case, error, kind) => {
    expect(outcomeOfError(error)).toEqual({ kind });
  });
});
