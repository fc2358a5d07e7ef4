/** Steps that several journeys take in the browser. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { yearAround } from './larkspur.ts';
import { look, type Stage, signIn } from './stage.ts';

/** Reads Today in Spanish, as chosen under More, and goes back to English. */
export async function inSpanishAndBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByRole('link', { name: 'Hoy' }).click();
  await page.getByRole('heading', { name: /^Buen(os|as) .*Rosa$/ }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await look(page, '11-today-spanish-phone');
  await page.getByRole('link', { name: 'Más' }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('link', { name: 'Today' }).click();
}

/** Goes to a day with the time machine in the corner of the page, as a person would. */
export async function travel(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /^Tools of this machine/ }).click();
  await page.getByLabel('Another day').fill(day);
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Go there' }).click();
  await loaded;
}

/** Answers a prompt about Mina, says what to try, and saves. */
export async function reflect(page: Page, picture: string): Promise<void> {
  await page.getByLabel(/What does Mina love/).fill('She builds bridges from cereal boxes.');
  await page.getByLabel(/one thing you will try in class/).fill('A bridge-building corner.');
  await look(page, picture);
  await page.getByRole('button', { name: 'Save my reflection' }).click();
  await page.getByText('Your reflection is saved.').waitFor();
}

/** Fills in the form of a new district: its year is around now, and it pays $20.00 for each visit. */
export async function describeDistrict(page: Page, stage: Stage, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('State').selectOption({ label: 'Colorado' });
  const year = yearAround(stage);
  for (const [label, value] of [
    ['Visits may begin', year.opensOn],
    ['First day of school', year.firstDay],
    ['Last day of school', year.lastDay],
    ['The year closes', year.closesOn],
    ['From', year.secondVisitFrom],
    ['Until', year.secondVisitUntil],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByLabel('Name of the fund').fill('Family partnership');
  await page.getByLabel('Account code').fill('10-2190');
  await page.getByLabel('Dollars for each person').fill('20');
}

/** A colleague who was asked along by mail finds the request on Today, and says yes there. */
export async function sayYes(stage: Stage, email: string): Promise<void> {
  const [request] = await stage.mailTo(email);
  expect(request?.subject).toMatch(/^Would you come along\? .* the family of Mina$/);
  expect(request?.calendar).toContain('STATUS:TENTATIVE');
  const own = await stage.visitor('phone');
  const page = await signIn(stage, own, email, '/today');
  await page.getByRole('heading', { name: 'Would you come along?' }).waitFor();
  await page.getByRole('button', { name: 'Yes, I will come' }).waitFor();
  await look(page, '17-request-phone');
  await page.getByRole('button', { name: 'Yes, I will come' }).click();
  await page.getByText('Everybody has said yes, so the visit stands.').waitFor();
  await look(page, '17-visit-stands-phone');
  await own.close();
}
