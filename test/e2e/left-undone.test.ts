/** What Porchlight does by itself while nobody looks: pay by three rules, reminders, prompts, and the counts of the office. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RequestRefused } from '#shared/contract/client.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import { ask, familyOf, goTo, logVisit, openDistrict, planVisit } from './support/by-request.ts';
import type { Cast } from './support/larkspur.ts';
import { type Letter, look, national, type Stage, signIn, startStage } from './support/stage.ts';

const minutes = 60_000;
let stage: Stage;
/** The day on which everything begins. */
let start: string;
/** Pays $20.00 for each visit; 1.00 hour at $28.49; nothing. */
let flat: Cast;
let hourly: Cast;
let unpaid: Cast;
const firstVisits = new Map<Cast, string>();

beforeAll(async () => {
  stage = await startStage();
  start = stage.day(0);
  [flat, hourly, unpaid] = await Promise.all([
    openDistrict(stage, 'alder', 'Alder County Schools', { kind: 'flat', cents: 2_000, per: 'event' }),
    openDistrict(stage, 'birch', 'Birch Falls Public Schools', {
      kind: 'hours',
      hundredthsOfHour: 100,
      centsPerHour: 2_849,
      per: 'event',
    }),
    openDistrict(stage, 'cedar', 'Cedar Ridge Unified', { kind: 'unpaid' }),
  ]);
}, 4 * minutes);
afterAll(() => stage.stop());

const claimsOf = async (email: string) => (await stage.api(email)('listMyClaims', { query: {} })).items;
const lettersAbout = async (email: string, subject: string): Promise<Letter[]> =>
  (await stage.mailTo(email)).filter((letter) => letter.subject === subject);
const seasonal = 'It is the season for second visits';

test('the same visit is worth $20.00, $28.49 however long it took, or a record without pay', {
  timeout: 3 * minutes,
}, async () => {
  for (const cast of [flat, hourly, unpaid]) {
    await ask(stage, cast, 'Mina', 'accepted');
    firstVisits.set(cast, await planVisit(stage, cast, 'Mina'));
  }
  await ask(stage, flat, 'Leo', 'accepted');
  // One after the other: nobody is at two homes in one hour.
  const leo = await planVisit(stage, flat, 'Leo', '17:30');
  await goTo(stage, addDays(start, 1));
  await logVisit(stage, flat, firstVisits.get(flat) ?? '', 40);
  await logVisit(stage, hourly, firstVisits.get(hourly) ?? '', 95);
  await logVisit(stage, unpaid, firstVisits.get(unpaid) ?? '', 40);
  await logVisit(stage, flat, leo, 40);

  for (const who of ['rosa', 'chidi'] as const) {
    expect(await claimsOf(flat[who].email)).toMatchObject([
      { cents: 2_000, status: 'open' },
      { cents: 2_000, status: 'open' },
    ]);
    expect(await claimsOf(hourly[who].email)).toMatchObject([
      { cents: 2_849, hundredthsOfHour: 100, status: 'open' },
    ]);
    expect(await claimsOf(unpaid[who].email)).toMatchObject([{ cents: 0, status: 'unpaid' }]);
  }

  const [own] = await claimsOf(hourly.rosa.email);
  if (own === undefined) throw new Error('Rosa has a claim');
  const { visitId, personId } = own;
  const rosa = stage.api(hourly.rosa.email);
  const reflected = await rosa('getVisit', { params: { visitId } });
  const claim = reflected.claims.find((one) => one.personId === personId);
  const { rev } = await rosa('submitClaim', { params: { visitId }, body: { rev: claim?.rev ?? 0 } });
  const params = { visitId, personId };
  await stage.api(hourly.coordinator.email)('approveClaim', { params, body: { rev } });
  const clerk = stage.api(hourly.payroll.email);
  const { batchId } = await clerk('closePayPeriod', { body: { through: stage.day(0) } });
  const { url } = await clerk('downloadPayBatch', { params: { batchId } });
  const [, line] = (await (await fetch(new URL(url, stage.host.origin))).text()).split('\r\n');
  expect(line).toBe(
    `E-1001,Rosa Alvarez,Cedar Bend Elementary,${addDays(start, 1)},hours,1.00,28.49,28.49,10-2190,Ivy Castell,${visitId}/${personId}`,
  );

  const nothing = stage.api(unpaid.payroll.email)('closePayPeriod', { body: { through: stage.day(0) } });
  await expect(nothing).rejects.toThrow(RequestRefused);
  const visitor = await stage.visitor('phone');
  const page = await signIn(stage, visitor, unpaid.rosa.email, '/my-pay');
  await page.getByText('A record, no pay').first().waitFor();
  await look(page, '40-unpaid-record-phone');
  await visitor.close();
});

test('a reflection and a claim that are left undone each bring mail; a family that declined brings none', {
  timeout: 4 * minutes,
}, async () => {
  await ask(stage, flat, 'Joy', 'declined');
  await ask(stage, flat, 'Leo', 'declined');
  await goTo(stage, addDays(start, 25));
  for (const { email } of [flat.rosa, flat.chidi]) {
    const letters = await stage.mailTo(email);
    const reminders = letters.filter(({ text }) => text.includes('Three quiet minutes are enough'));
    const told = reminders.map(({ text }) => text).join('\n');
    expect(told).toContain('About Mina, visit on');
    expect(told).toMatch(/Visit on [^:\n]+: \$20\.00/);
    expect(told).not.toMatch(/\bJoy\b/);
    // Twice for a reflection and twice for a claim is all there ever is.
    expect(reminders.length).toBeLessThanOrEqual(4);
    expect(letters.map(({ subject }) => subject)).not.toContain(seasonal);
  }
  const quiet = await stage.mailTo(unpaid.rosa.email);
  const toldUnpaid = quiet.map(({ subject, text }) => `${subject}\n${text}`).join('\n');
  expect(toldUnpaid).toContain('About Mina, visit on');
  expect(toldUnpaid).not.toMatch(/pay claim/i);
});

test('in the season whoever led a first visit is asked about a second one, until one click stops it', {
  timeout: 5 * minutes,
}, async () => {
  await goTo(stage, addDays(start, 41));
  const [prompt, ...more] = await lettersAbout(flat.rosa.email, seasonal);
  expect(more).toEqual([]);
  expect(prompt?.text).toMatch(/The family of Mina, first visit on/);
  expect(prompt?.text).not.toMatch(/\b(Leo|Joy|Ada)\b/);
  expect(await lettersAbout(flat.chidi.email, seasonal)).toEqual([]);

  const visitor = await stage.visitor('phone');
  const page = await signIn(stage, visitor, flat.rosa.email, '/today');
  await page.getByRole('heading', { name: 'Time for a second visit' }).waitFor();
  await page.getByText('Mina’s family').waitFor();
  expect(await page.getByText('Leo’s family').count()).toBe(0);
  await look(page, '41-today-second-visits-phone');

  const link = /https?:\/\/\S+\/unsubscribe#[^\s\])]+/.exec(prompt?.text ?? '')?.[0] ?? '';
  const stranger = await stage.visitor('phone');
  const door = await stranger.newPage();
  await door.goto(link);
  await look(door, '42-unsubscribe-phone');
  await door.getByRole('button', { name: 'Stop the prompts' }).click();
  await door.getByText('You will get no more seasonal prompts.').waitFor();
  await look(door, '43-unsubscribed-phone');
  await Promise.all([stranger.close(), visitor.close()]);

  // What a mail program sends when its own button is pressed (RFC 8058).
  const [other] = await lettersAbout(hourly.rosa.email, seasonal);
  const headers = (other?.raw ?? '').replace(/\r\n[ \t]+/g, ' ');
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const oneClick = /^List-Unsubscribe: .*<(https?:[^>]+)>/m.exec(headers)?.[1] ?? '';
  const pressed = await fetch(oneClick, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(pressed.status).toBe(200);

  const inSeason: [Cast, string][] = [];
  for (const cast of [flat, hourly, unpaid]) {
    await ask(stage, cast, 'Ada', 'accepted');
    inSeason.push([cast, await planVisit(stage, cast, 'Ada')]);
  }
  await goTo(stage, stage.day(1));
  for (const [cast, visitId] of inSeason) await logVisit(stage, cast, visitId, 30);
  await goTo(stage, stage.day(18));
  expect(await lettersAbout(flat.rosa.email, seasonal)).toHaveLength(1);
  expect(await lettersAbout(hourly.rosa.email, seasonal)).toHaveLength(1);
  // Who stopped nothing is asked about the second family as well.
  expect(await lettersAbout(unpaid.rosa.email, seasonal)).toHaveLength(2);
  const stillTold = await stage.mailTo(flat.rosa.email);
  expect(stillTold.some(({ text }) => text.includes('About Ada, visit on'))).toBe(true);
});

test('the national office sees districts, visits, the two-visit rate and people trained, and nobody’s name', {
  timeout: 3 * minutes,
}, async () => {
  const second = await planVisit(stage, flat, 'Mina');
  await goTo(stage, stage.day(1));
  await logVisit(stage, flat, second, 30);
  expect((await familyOf(stage, flat, 'Mina')).visits).toHaveLength(2);
  await stage.host.idle();

  const office = await stage.visitor('desktop');
  const page = await signIn(stage, office, national.email, '/districts');
  const table = page.getByRole('table', { name: 'Districts' });
  await table.waitFor();
  const rows = (await table.getByRole('row').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  expect(rows.slice(1).sort()).toEqual([
    expect.stringMatching(/^Alder County Schools Colorado \S+ 4 33% 1 of 3 students 2$/),
    expect.stringMatching(/^Birch Falls Public Schools Colorado \S+ 2 0% 0 of 2 students 2$/),
    expect.stringMatching(/^Cedar Ridge Unified Colorado \S+ 2 0% 0 of 2 students 2$/),
  ]);
  const together = await page.locator('.pl-figures').innerText();
  expect(together.replace(/\s+/g, ' ')).toMatch(/Visits 8 .*Two-visit rate 14% .*People trained 6 /);
  await look(page, '44-national-console-desktop');
  await page.getByRole('link', { name: 'Alder County Schools' }).click();
  await page.getByText('1 of 3 students').waitFor();
  await look(page, '45-national-district-desktop');
  expect(await page.locator('main').innerText()).not.toMatch(/Rosa|Mina|Haddad/);
  await office.close();
});

test('no message was given up on the way, and no page complained', async () => {
  await stage.host.idle();
  expect(stage.faults()).toEqual([]);
});
