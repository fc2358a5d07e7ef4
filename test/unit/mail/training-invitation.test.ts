import { describe, expect, test } from 'vitest';
import { reminderDigest } from '#functions/email/messages/reminder-digest.ts';
import { trainingInvitation } from '#functions/email/training-invitation.ts';
import { eveningTraining, fullDigest, letterhead, readers } from './examples.ts';

const entry = (method: 'REQUEST' | 'CANCEL', sequence = 0) =>
  trainingInvitation({
    method,
    training: { ...eveningTraining, sequence },
    reader: { name: 'Ana Ruiz', email: 'ana.ruiz@lakeside.example', language: 'en' },
    organizer: { name: 'Lakeside Schools', email: 'mail@porchlight.example' },
    webOrigin: letterhead.webOrigin,
    now: '2026-11-20T15:00:00.000Z',
  }).content.replace(/\r\n /g, '');

describe('the calendar entry of a seat in a training', () => {
  test('stands at the right instant, with one name for all its changes', () => {
    const lines = entry('REQUEST').split('\r\n');
    expect(lines).toContain('DTSTART:20261208T220000Z');
    expect(lines).toContain('DTEND:20261209T010000Z');
    expect(lines).toContain(`UID:${eveningTraining.trainingId}@porchlight`);
    expect(lines).toContain('SEQUENCE:0');
    expect(entry('REQUEST', 3)).toContain('SEQUENCE:3');
  });

  test('goes away under the same name when the seat is given back', () => {
    const content = entry('CANCEL');
    expect(content).toContain('METHOD:CANCEL');
    expect(content).toContain('STATUS:CANCELLED');
    expect(content).toContain(`UID:${eveningTraining.trainingId}@porchlight`);
  });

  test('names nobody but the reader and the district', () => {
    const addresses = [...entry('REQUEST').matchAll(/mailto:(\S+?)(?=[\r\n;:"]|$)/gi)].map(([, to]) => to);
    expect(new Set(addresses)).toEqual(new Set(['ana.ruiz@lakeside.example', 'mail@porchlight.example']));
  });
});

test('a digest about nothing but a certificate says so, and leads to the trainings', () => {
  const content = {
    ...fullDigest,
    reflections: [],
    claims: [],
    secondVisits: [],
    lookBacks: [],
    seasonal: false,
    certificateEnds: '2026-12-10',
  };
  const mail = reminderDigest({ reader: readers.en, letterhead, content, unsubscribe: null });
  expect(mail.subject).toBe('Your certificate for home visits ends soon');
  expect(mail.text).toContain('It is valid until Thursday, December 10');
  expect(mail.text).toContain(`${letterhead.webOrigin}/my-trainings`);
});
