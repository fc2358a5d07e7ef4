import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { family, familyLink, studentYear } from '#functions/data/entities/families.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { idsOfA, startWorld, type World } from '#test/support/two-districts.ts';
import { launchBrowser, phone } from '#test/web/support/browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** A family that nobody has asked yet, and the link of its letter. */
async function newFamily(number: number): Promise<{ familyId: string; link: string }> {
  const now = new Date(world.host.clock.now()).toISOString();
  const familyId = `fam_${String(700 + number).padStart(26, '0')}`;
  const table = systemTable(world.client, world.tableName, now, districtA);
  const { link, row } = newFamilyLink({
    districtId: districtA,
    familyId,
    guardianId: null,
    year: { ...year2026, closesOn: '2099-07-31' },
    via: 'letter',
    madeBy: 'test',
    now,
    secret: String(number % 10).repeat(22),
  });
  const work = table.begin('family.added', familyId);
  work.create(family, { familyId, language: null, doNotContact: false });
  work.create(familyLink, row);
  work.create(studentYear, {
    familyId,
    studentId: `stu_${String(700 + number).padStart(26, '0')}`,
    schoolId: idsOfA.sch,
    year: year2026.year,
    givenName: 'Noor',
    familyName: 'Haddad',
    invitation: 'not_invited',
    askedByFamily: false,
    doNotContact: false,
    visits: [],
  });
  await work.commit(null);
  return { familyId, link };
}

/** An old phone: a small screen, and a browser that runs no script. */
async function open(link: string, locale = 'en-US'): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, locale, javaScriptEnabled: false });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${world.host.origin}/f/${link}`);
  return page;
}
const heading = (page: Page) => page.locator('h1').innerText();
const stored = async (familyId: string) => {
  const now = new Date(world.host.clock.now()).toISOString();
  const table = systemTable(world.client, world.tableName, now, districtA);
  const items = await table.queryAll({ pk: family.keys(districtA, { familyId } as never).pk });
  return items.find(({ et }) => et === 'invitation')?.data;
};

test('a family accepts with its times, in Spanish, changes its mind and comes back, without any script', async () => {
  const { familyId, link } = await newFamily(1);
  const page = await open(link, 'es-US');
  expect(await heading(page)).toBe('¿Les gustaría una visita al hogar?');
  await page.getByRole('link', { name: 'English' }).click();
  expect(await heading(page)).toBe('Would you like a home visit?');

  await page.getByRole('link', { name: 'Yes, we would like a visit' }).click();
  await page.getByLabel('Wednesday, Evening').check();
  await page.getByLabel('At another place').check();
  await page.getByLabel('Which other place?').fill('City library');
  await page.getByLabel('Would you like an interpreter?').selectOption({ label: 'Arabic' });
  await page.getByRole('button', { name: 'Yes, please contact us' }).click();
  expect(await page.getByRole('status').innerText()).toBe('Thank you! We got your yes.');
  expect(await heading(page)).toBe('You said yes. Thank you!');
  expect(await page.locator('main').innerText()).toContain('City library');
  expect(await stored(familyId)).toMatchObject({
    status: 'accepted',
    askedByFamily: true,
    wishes: { times: [{ weekday: 3, from: '17:00', until: '20:00' }], interpreter: 'ar' },
  });

  // Going back and sending the old form again counts once more only if it says something else.
  await page.reload();
  await page.getByRole('link', { name: 'We would rather have no visit' }).click();
  await page.getByRole('button', { name: 'No visit, thank you' }).click();
  expect(await heading(page)).toBe('No visit this year');
  await page.getByRole('link', { name: 'We changed our mind' }).click();
  await page.getByRole('button', { name: 'Yes, please contact us' }).click();
  expect(await heading(page)).toBe('You said yes. Thank you!');
});

test('a family declines in two taps and needs no reason; asking not to be contacted can be taken back', async () => {
  const { familyId, link } = await newFamily(2);
  const page = await open(link);
  await page.getByRole('link', { name: 'No, thank you' }).click();
  await page.getByRole('button', { name: 'No visit, thank you' }).click();
  expect(await heading(page)).toBe('No visit this year');
  expect(await stored(familyId)).toMatchObject({ status: 'declined', answeredBy: 'family' });

  await page.getByRole('link', { name: 'Please do not contact us' }).click();
  await page.getByRole('button', { name: 'Do not contact us' }).click();
  expect(await heading(page)).toBe('We do not contact you');
  await page.getByRole('button', { name: 'You may contact us again' }).click();
  expect(await heading(page)).toBe('No visit this year');
});

test('a place at the school is refused in words, nothing is written, and nothing is lost of what was filled in', async () => {
  const { familyId, link } = await newFamily(3);
  const page = await open(link);
  await page.getByRole('link', { name: 'Yes, we would like a visit' }).click();
  await page.getByLabel('At another place').check();
  await page.getByLabel('Which other place?').fill('school cafeteria');
  await page.getByLabel('Saturday, Morning').check();
  await page.getByLabel('Anything else about day or place?').fill('After six, please');
  await page.getByRole('button', { name: 'Yes, please contact us' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('not at the school');
  expect(await stored(familyId)).toBeUndefined();

  // The sentence leads to the field; only that is written anew.
  await page.getByRole('alert').getByRole('link').click();
  const place = page.getByLabel('Which other place?');
  expect(await place.inputValue()).toBe('school cafeteria');
  await place.fill('City library');
  await page.getByRole('button', { name: 'Yes, please contact us' }).click();
  expect(await heading(page)).toBe('You said yes. Thank you!');
  expect(await stored(familyId)).toMatchObject({
    status: 'accepted',
    wishes: {
      place: 'City library',
      note: 'After six, please',
      times: [{ weekday: 6, from: '09:00', until: '12:00' }],
    },
  });
});

test('the whole page is one answer of a few kilobytes, readable at once on a slow phone', async () => {
  const { link } = await newFamily(4);
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const answer = await page.goto(`${world.host.origin}/f/${link}`);
  const sizes = await answer?.request().sizes();
  expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
  expect(sizes?.responseBodySize).toBeLessThan(5_000);
  expect(world.denials).toEqual([]);
});
