import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarInvitation } from '#functions/email/calendar-invitation.ts';
import type { MailedVisit } from '#functions/email/visit-words.ts';
import { instantAt } from '#shared/domain/time/zoned.ts';
import { firstVisit, libraryVisit, team } from './examples.ts';

const write = (changes: Partial<Parameters<typeof calendarInvitation>[0]> = {}) =>
  calendarInvitation({
    method: 'REQUEST',
    visit: firstVisit,
    language: 'en',
    organizer: { name: 'Lakeside Schools', email: 'mail@porchlight.example' },
    attendees: team,
    webOrigin: 'https://porchlight.example',
    now: '2026-10-20T15:00:00.000Z',
    ...changes,
  }).content;
const unfold = (content: string) => content.replaceAll('\r\n ', '');
const line = (content: string, name: string) =>
  unfold(content)
    .split('\r\n')
    .find((text) => text.startsWith(name));

describe('the calendar entry of a visit', () => {
  it.each([
    ['in autumn', '2026-11-03T22:30:00.000Z', 'DTSTART:20261103T223000Z', 'DTEND:20261103T231000Z'],
    [
      'over the hour that repeats',
      '2026-11-01T06:50:00.000Z',
      'DTSTART:20261101T065000Z',
      'DTEND:20261101T073000Z',
    ],
    [
      'over the hour that is skipped',
      '2027-03-14T07:50:00.000Z',
      'DTSTART:20270314T075000Z',
      'DTEND:20270314T083000Z',
    ],
    [
      'over midnight of a year',
      '2026-12-31T23:40:00.000Z',
      'DTSTART:20261231T234000Z',
      'DTEND:20270101T002000Z',
    ],
  ])('writes the very instant in UTC, %s', (_case, startsAt, start, end) => {
    const content = write({ visit: { ...firstVisit, startsAt } });
    expect(line(content, 'DTSTART')).toBe(start);
    expect(line(content, 'DTEND')).toBe(end);
    expect(line(content, 'DTSTAMP')).toBe('DTSTAMP:20261020T150000Z');
    expect(content).not.toMatch(/TZID|VTIMEZONE/);
  });

  it('is read back by a calendar as the same instants', () => {
    const calendar = new ICAL.Component(ICAL.parse(write()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-03T22:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-11-03T23:10:00.000Z');
    expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      'mailto:ana.ruiz@lakeside.example',
      'mailto:ben.okafor@lakeside.example',
    ]);
  });

  it('keeps lines to 75 octets and ends each with CRLF, whatever the script', () => {
    const long = 'Biblioteca Pública «Ñandú» — قاعة القراءة الكبيرة في المكتبة العامة, 図書館の読書室です';
    const content = write({
      language: 'es',
      visit: { ...libraryVisit, place: long },
      attendees: [{ name: `${long} "Zoë"`, email: 'zoe@lakeside.example', answer: 'yes' }],
    });
    const lines = content.split('\r\n');
    expect(Math.max(...lines.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(75);
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(content).not.toContain('\uFFFD');
    expect(unfold(content)).toContain('قاعة القراءة الكبيرة');
  });

  it('keeps one UID per visit while its sequence rises, and a cancellation withdraws it', () => {
    const first = write();
    const changed = write({ visit: { ...firstVisit, sequence: 3 } });
    const cancelled = write({ method: 'CANCEL', visit: { ...firstVisit, sequence: 4 } });
    expect([first, changed, cancelled].map((content) => line(content, 'UID'))).toEqual(
      Array.from({ length: 3 }, () => `UID:${firstVisit.visitId}@porchlight`),
    );
    expect([first, changed, cancelled].map((content) => line(content, 'SEQUENCE'))).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:3',
      'SEQUENCE:4',
    ]);
    expect([line(first, 'METHOD'), line(first, 'STATUS')]).toEqual(['METHOD:REQUEST', 'STATUS:CONFIRMED']);
    expect([line(cancelled, 'METHOD'), line(cancelled, 'STATUS')]).toEqual([
      'METHOD:CANCEL',
      'STATUS:CANCELLED',
    ]);
  });

  it('is tentative while somebody is still asked, firm once all have said yes, and gone when it is cancelled', () => {
    const proposed: MailedVisit = { ...firstVisit, status: 'proposed', sequence: 0 };
    const tentative = write({
      visit: proposed,
      attendees: team.map((one, index) => ({ ...one, answer: index === 0 ? 'yes' : 'asked' })),
    });
    const firm = write({ visit: { ...proposed, status: 'scheduled', sequence: 1 } });
    const gone = write({ method: 'CANCEL', visit: { ...proposed, status: 'cancelled', sequence: 2 } });
    const entries = [tentative, firm, gone];
    expect(entries.map((content) => line(content, 'STATUS'))).toEqual([
      'STATUS:TENTATIVE',
      'STATUS:CONFIRMED',
      'STATUS:CANCELLED',
    ]);
    expect(entries.map((content) => line(content, 'SEQUENCE'))).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:1',
      'SEQUENCE:2',
    ]);
    expect(new Set(entries.map((content) => line(content, 'UID'))).size).toBe(1);
    expect(line(tentative, 'DESCRIPTION')).toContain('Please answer in Porchlight');
    expect(line(firm, 'DESCRIPTION')).not.toContain('Please answer');
  });

  it('names the district as the one who invites, and each of the team with what they said', () => {
    const content = unfold(
      write({ attendees: team.map((one, index) => ({ ...one, answer: index === 0 ? 'yes' : 'asked' })) }),
    );
    expect(content).toContain('ORGANIZER;CN="Lakeside Schools":mailto:mail@porchlight.example');
    expect(content.match(/PARTSTAT=[A-Z-]+/g)).toEqual(['PARTSTAT=ACCEPTED', 'PARTSTAT=NEEDS-ACTION']);
    // Answers are given in Porchlight; what a calendar would send back reaches nobody.
    expect(content).not.toContain('RSVP=TRUE');
  });

  it.each([
    ['in autumn', ['2026-10-29', '2026-11-05'], ['DTSTART:20261029T213000Z', 'DTSTART:20261105T223000Z']],
    ['in spring', ['2027-03-11', '2027-03-18'], ['DTSTART:20270311T223000Z', 'DTSTART:20270318T213000Z']],
  ])('stays at half past four when it is moved across the change of clocks %s', (_case, days, starts) => {
    const moved = days.map((day, sequence) => {
      const startsAt = instantAt(day, '16:30', 'America/Chicago') ?? '';
      return write({ visit: { ...firstVisit, startsAt, localDate: day, sequence } });
    });
    expect(moved.map((content) => line(content, 'DTSTART'))).toEqual(starts);
    const read = moved.map((content) => {
      const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent');
      return new ICAL.Event(event ?? undefined).startDate.toJSDate();
    });
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/Chicago',
      hour: 'numeric',
      minute: '2-digit',
    });
    expect(read.map((date) => clock.format(date))).toEqual(['4:30 PM', '4:30 PM']);
  });

  it.each([
    ['home', 'LOCATION:at the family’s home'],
    ['virtual', 'LOCATION:by video call'],
  ] as const)('locates no home: %s', (type, location) => {
    const content = write({ visit: { ...firstVisit, type, place: '12 Elm Street' } });
    expect(line(content, 'LOCATION')).toBe(location);
    expect(unfold(content)).not.toContain('Elm Street');
  });

  it('names a neutral place', () => {
    expect(line(write({ visit: libraryVisit }), 'LOCATION')).toBe(
      'LOCATION:Lakeside Library\\, reading room',
    );
  });
});
