import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import type { Answer, Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { accept, answerRequest, before, plan, propose } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const { familyId: _, studentIds: __, ...samePlan } = plan;
type Visit = Answer<'getVisit'>;

/** A calendar as a mail client keeps it: one entry per UID, replaced by a later word. No word comes that is not later. */
class Calendar {
  readonly #entries = new Map<string, { sequence: number; stamp: string; status: string; start: string }>();

  take(content: string): void {
    const component = new ICAL.Component(ICAL.parse(content));
    const event = component.getFirstSubcomponent('vevent');
    if (event === null) throw new Error('no event');
    const of = (name: string) => String(event.getFirstPropertyValue(name));
    const entry = {
      sequence: Number(of('sequence')),
      stamp: of('dtstamp'),
      status: of('status'),
      start: of('dtstart'),
    };
    const known = this.#entries.get(of('uid'));
    // RFC 5546, 2.1.5: the higher sequence wins. Between equal ones it would be the later stamp, which some ignore.
    if (known !== undefined && entry.sequence <= known.sequence)
      throw new Error(`${entry.sequence} came after ${known.sequence}`);
    this.#entries.set(of('uid'), entry);
  }

  /** What the person sees: time and state of every entry that is not cancelled. */
  shown(): string[] {
    return [...this.#entries.values()]
      .filter(({ status }) => status !== 'CANCELLED')
      .map(({ start, status }) => `${start} ${status}`);
  }

  get count(): number {
    return this.#entries.size;
  }
}

async function story() {
  const scene = await openScene(engine);
  const mail = await openMail(scene);
  await accept(scene);
  let minute = 0;
  let read = 0;
  const calendars = new Map<string, Calendar>();
  const later = () => new Date(Date.parse(before) + minute * 60_000).toISOString();
  return {
    scene,
    /** One step of the story, a minute after the one before; then every mail is delivered and taken in. */
    async step<R>(work: (now: string) => Promise<R>): Promise<R> {
      minute += 1;
      const done = await work(later());
      for (const job of await mail.outbox()) await mail.run(job, later());
      const inbox = await mail.inbox();
      // The newest lies on top.
      for (const { to, mail: parsed } of inbox.slice(0, inbox.length - read).reverse()) {
        const content = parsed.attachments[0]?.content;
        if (content === undefined) continue;
        const calendar = calendars.get(to) ?? new Calendar();
        calendars.set(to, calendar);
        calendar.take(String(content));
      }
      read = inbox.length;
      return done;
    },
    shown: (who: 'lead' | 'partner' | 'third') => calendars.get(`${who}@maple.example`)?.shown() ?? [],
    entries: (who: 'lead' | 'partner' | 'third') => calendars.get(`${who}@maple.example`)?.count ?? 0,
    mails: async () => (await mail.inbox()).map(({ to, mail: parsed }) => `${to}: ${parsed.subject}`),
    raw: async () => (await mail.inbox()).map(({ raw }) => raw).join(''),
    change: (visit: Visit, next: Partial<Omit<Args<'changeVisit'>['body'], 'rev'>>, now: string) => {
      const { deps, context } = scene.as(people.lead, now);
      const params = { visitId: visit.visitId };
      return changeVisit(deps, context, { ...none, params, body: { ...samePlan, ...next, rev: visit.rev } });
    },
    cancel: (visit: Visit, now: string) => {
      const { deps, context } = scene.as(people.lead, now);
      return cancelVisit(deps, context, {
        ...none,
        params: { visitId: visit.visitId },
        body: { outcome: 'cancelled', side: 'team', reason: 'illness', rev: visit.rev },
      });
    },
  };
}

describe('the calendars of a team', () => {
  test('follow a visit from the request to its end: one entry, tentative, firm, moved, gone', async () => {
    const { scene, step, shown, entries, change, cancel } = await story();
    const { partner } = people;
    const asked = await step((now) => propose(scene, {}, now));
    // 16:30 in Chicago is 21:30 UTC in summer time.
    expect(shown('partner')).toEqual(['2026-10-01T21:30:00Z TENTATIVE']);
    expect(shown('lead')).toEqual([]);

    const firm = await step((now) => answerRequest(scene, partner.personId, 'yes', asked, now));
    expect([shown('lead'), shown('partner')]).toEqual([
      ['2026-10-01T21:30:00Z CONFIRMED'],
      ['2026-10-01T21:30:00Z CONFIRMED'],
    ]);

    // Moved past the first Sunday of November: still half past four, an hour later in UTC.
    const moved = await step((now) => change(firm, { date: '2026-11-05' }, now));
    expect([shown('lead'), shown('partner')]).toEqual([
      ['2026-11-05T22:30:00Z TENTATIVE'],
      ['2026-11-05T22:30:00Z TENTATIVE'],
    ]);
    const again = await step((now) => answerRequest(scene, partner.personId, 'yes', moved, now));
    expect(shown('lead')).toEqual(['2026-11-05T22:30:00Z CONFIRMED']);

    await step((now) => cancel(again, now));
    expect([shown('lead'), shown('partner')]).toEqual([[], []]);
    expect([entries('lead'), entries('partner')]).toEqual([1, 1]);
  });

  test('hold the hour again of whoever said no and comes along after all', async () => {
    const { scene, step, shown, entries, change } = await story();
    const { partner } = people;
    const say = (answer: 'yes' | 'no', visit: Visit) =>
      step((now) => answerRequest(scene, partner.personId, answer, visit, now));
    const firm = await say('yes', await step((now) => propose(scene, {}, now)));
    const left = await say('no', firm);
    expect(shown('partner')).toEqual([]);
    const back = await say('yes', left);
    expect(shown('partner')).toEqual(['2026-10-01T21:30:00Z CONFIRMED']);

    const leftAgain = await say('no', back);
    expect(shown('partner')).toEqual([]);
    await step((now) => change(leftAgain, { time: '18:00' }, now));
    expect(shown('partner')).toEqual(['2026-10-01T23:00:00Z TENTATIVE']);
    expect(entries('partner')).toBe(1);
  });

  test('hold the hour of whoever says no and yes again while another has not answered yet', async () => {
    const { scene, step, shown, entries } = await story();
    const { partner, third } = people;
    const say = (who: string, answer: 'yes' | 'no', visit: Visit) =>
      step((now) => answerRequest(scene, who, answer, visit, now));
    const asked = await step((now) => propose(scene, { interpreterId: third.personId }, now));
    const left = await say(third.personId, 'no', asked);
    expect(shown('third')).toEqual([]);
    const again = await say(third.personId, 'no', await say(third.personId, 'yes', left));
    expect(shown('third')).toEqual([]);
    const back = await say(third.personId, 'yes', again);
    await say(partner.personId, 'yes', back);
    expect(shown('third')).toEqual(['2026-10-01T21:30:00Z CONFIRMED']);
    expect(shown('partner')).toEqual(['2026-10-01T21:30:00Z CONFIRMED']);
    expect(entries('third')).toBe(1);
  });

  test('forget whoever says no, and hold the hour of the one who is asked instead', async () => {
    const { scene, step, shown, change, mails } = await story();
    const { partner, third } = people;
    const asked = await step((now) => propose(scene, {}, now));
    const declined = await step((now) => answerRequest(scene, partner.personId, 'no', asked, now));
    expect(shown('partner')).toEqual([]);
    expect(await mails()).toContain('lead@maple.example: Pat Partner cannot come on Thursday, October 1');
    const changed = await step((now) => change(declined, { partnerIds: [third.personId] }, now));
    expect(shown('third')).toEqual(['2026-10-01T21:30:00Z TENTATIVE']);
    await step((now) => answerRequest(scene, third.personId, 'yes', changed, now));
    expect([shown('lead'), shown('partner'), shown('third')]).toEqual([
      ['2026-10-01T21:30:00Z CONFIRMED'],
      [],
      ['2026-10-01T21:30:00Z CONFIRMED'],
    ]);
  });

  test('forget whoever is replaced, and take them in again when they are asked once more', async () => {
    const { scene, step, shown, change } = await story();
    const { partner, third } = people;
    const asked = await step((now) => propose(scene, {}, now));
    const firm = await step((now) => answerRequest(scene, partner.personId, 'yes', asked, now));
    const replaced = await step((now) => change(firm, { partnerIds: [third.personId] }, now));
    expect(shown('partner')).toEqual([]);
    const back = await step((now) => change(replaced, { partnerIds: [partner.personId] }, now));
    expect(shown('third')).toEqual([]);
    expect(shown('partner')).toEqual(['2026-10-01T21:30:00Z TENTATIVE']);
    await step((now) => answerRequest(scene, partner.personId, 'yes', back, now));
    expect(shown('partner')).toEqual(['2026-10-01T21:30:00Z CONFIRMED']);
  });

  test('never learn the family’s address, only that it is at home', async () => {
    const { scene, step, raw } = await story();
    const asked = await step((now) => propose(scene, {}, now));
    await step((now) => answerRequest(scene, people.partner.personId, 'yes', asked, now));
    const all = await raw();
    expect(all).toContain('LOCATION:at the family');
    expect(all).not.toMatch(/^(GEO|X-APPLE-STRUCTURED-LOCATION)/m);
  });
});
