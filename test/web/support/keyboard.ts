/** Somebody who uses the keyboard and nothing else. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'textbox' | 'combobox';
type Name = string | RegExp;

/** No page of Porchlight has more stops than this. */
const mostStops = 120;
const named = (name: Name) => ({ name, exact: typeof name === 'string' });
const hasFocus = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === element.ownerDocument.activeElement);

/** What has the focus, as a screen reader would say it: `- button "Save"`. */
export const focused = (page: Page): Promise<string> => page.locator(':focus').ariaSnapshot();

/** Presses Tab until it stands on `wanted`. @throws with all that it passed, when it never gets there. */
async function tabUntil(page: Page, wanted: Locator, what: string): Promise<void> {
  await wanted.first().waitFor();
  const passed: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    for (const one of await wanted.all()) if (await hasFocus(one)) return;
    await page.keyboard.press('Tab');
    passed.push(
      await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 40) ?? 'nothing'),
    );
  }
  throw new Error(`Tab never reaches ${what}; it passed ${passed.join(' | ')}`);
}

/** Goes on with Tab from where it stands to what has this role and name. */
const tabTo = (page: Page, role: Role, name: Name): Promise<void> =>
  tabUntil(page, page.getByRole(role, named(name)), `the ${role} “${name}”`);

/** Goes to a button or link and presses Enter. */
export async function enter(page: Page, role: 'button' | 'link', name: Name): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes to a checkbox and presses the space bar. */
export async function tick(page: Page, name: Name): Promise<void> {
  await tabTo(page, 'checkbox', name);
  await page.keyboard.press('Space');
}

/** Goes to a group of choices, which is one stop, and on inside it with the arrows. */
export async function choose(page: Page, group: Name, name: Name): Promise<void> {
  const radios = page.getByRole('group', named(group)).getByRole('radio');
  await tabUntil(page, radios, `the choices “${group}”`);
  const wanted = page.getByRole('group', named(group)).getByRole('radio', named(name));
  for (let left = await radios.count(); !(await hasFocus(wanted)); left -= 1) {
    if (left === 0) throw new Error(`The arrows never reach “${name}”`);
    await page.keyboard.press('ArrowDown');
  }
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
  expect(await wanted.isChecked()).toBe(true);
}

/** Goes to a field and types; what stood there before is typed over. */
export async function write(page: Page, name: Name, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Goes to a list and types the beginning of what to choose, as its own list of the device takes it. */
export async function pick(page: Page, name: Name, beginning: string): Promise<void> {
  await tabTo(page, 'combobox', name);
  await page.keyboard.type(beginning);
  const chosen = page.getByRole('combobox', named(name)).locator('option:checked');
  await expect.poll(() => chosen.textContent()).toMatch(new RegExp(`^${beginning}`));
}

/** Goes to a field for a day or a time, which the browser has cut in pieces, and types its digits in order. */
export async function fillIn(page: Page, label: string, digits: string): Promise<void> {
  await tabUntil(page, page.getByLabel(label, { exact: true }), `the field “${label}”`);
  await page.keyboard.type(digits);
}

/** Goes to the line over something that is folded away, and opens it. */
export async function unfold(page: Page, summary: string): Promise<void> {
  await tabUntil(page, page.locator('summary', { hasText: summary }), `the line “${summary}”`);
  await page.keyboard.press('Enter');
}

/** Nothing is ever done from nowhere: the focus stands on something of the page, once the page has settled. */
export const keepsItsPlace = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
