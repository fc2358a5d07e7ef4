/** What every page must stand: assistive technology, the night, the narrowest phone, a thumb. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desktop, phone } from './browser.ts';

/** Looks at the page as it stands in every way that people differ in. */
export async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await violationsAtNight(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await outOfOrder(page)).toEqual([]);
  expect(await unheard(page)).toEqual([]);
  expect(await overflowAt(page, 320)).toBe(0);
  expect(await overflowAt(page, desktop.width)).toBe(0);
  expect(await overflowAt(page, desktop.width / 2), 'at 200 % zoom').toBe(0);
}

/** What axe finds against WCAG 2.2 AA and its best practices, as rule, place and remedy. */
export function violations(page: Page): Promise<string[]> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return found(page, { runOnly: { type: 'tag', values } });
}

/** Only what the other colours of the night could have broken. */
export async function violationsAtNight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = await found(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
  await page.emulateMedia({ colorScheme: 'light' });
  return colours;
}

interface WithAxe {
  axe?: { run(options: RunOptions): Promise<AxeResults> };
}

/**
 * Without axe's own driver, which opens an empty page for each look and reads half a megabyte of script four times:
 * that took longer than the page and the look together.
 */
async function found(page: Page, options: RunOptions): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('A page within the page would not be looked at');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations: rules } = await page.evaluate(
    (chosen) => (globalThis as WithAxe).axe?.run(chosen) as Promise<AxeResults>,
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return rules.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );
}

/** How many pixels the page is wider than a window of `width` pixels. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 700 });
  const wider = await page
    .locator('html')
    .evaluate((html: { scrollWidth: number; clientWidth: number }) => html.scrollWidth - html.clientWidth);
  await page.setViewportSize(phone);
  return wider;
}

interface Placed {
  readonly textContent: string | null;
  checkVisibility(): boolean;
  closest(selector: string): Placed | null;
  getBoundingClientRect(): { top: number; bottom: number; left: number; right: number };
}

/**
 * What a screen reader or the Tab key comes to only after something that stands below it: the order of the document is
 * the order on the page (WCAG 1.3.2, 2.4.3). Columns are read one after another; a dialog lies over the page.
 */
export function outOfOrder(page: Page): Promise<string[]> {
  return page
    .locator('main')
    .locator('h1, h2, h3, p, label, legend, input, select, textarea, button, a')
    .evaluateAll((placed: Placed[]) => {
      const shown = placed
        .filter((one) => one.checkVisibility())
        .map((one) => ({ one, text: one.textContent ?? '', box: one.getBoundingClientRect() }));
      return shown.flatMap(({ one, text, box }, index) => {
        const before = shown[index - 1];
        if (before === undefined || one.closest('dialog') !== before.one.closest('dialog')) return [];
        const oneColumn = box.left < before.box.right && before.box.left < box.right;
        if (!oneColumn || box.bottom > before.box.top) return [];
        return [`“${text}” comes after “${before.text}” and stands above it`];
      });
    });
}

interface Sentence {
  readonly id: string;
  readonly textContent: string | null;
  readonly ownerDocument: { querySelector(selector: string): unknown };
}

/** What stands at a field, to help or to be mended, and is not said with it by a screen reader (WCAG 1.3.1, 3.3.1). */
export function unheard(page: Page): Promise<string[]> {
  return page
    .locator('.mantine-InputWrapper-description, .mantine-InputWrapper-error')
    .or(page.locator('.pl-choices-help, .pl-choices-error'))
    .evaluateAll((sentences: Sentence[]) =>
      sentences
        .filter(
          ({ id, ownerDocument }) =>
            id === '' || ownerDocument.querySelector(`[aria-describedby~="${id}"]`) === null,
        )
        .map(({ textContent }) => `“${textContent ?? ''}” is not said with its field`),
    );
}

interface Target {
  readonly tagName: string;
  readonly textContent: string | null;
  closest(selector: string): Target | null;
  getBoundingClientRect(): { width: number; height: number };
}

/** What is smaller than a thumb wants, 44 by 44 pixels. Links inside a sentence are left out, as WCAG does. */
export function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator('main, nav')
    .locator('a, button, input, select, textarea')
    .evaluateAll((targets: Target[]) =>
      targets
        .map((target) => target.closest('label.pl-choice, label.pl-check, label.choice, td label') ?? target)
        .filter((target) => target.closest('.pl-sentence') === null)
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ target, box }) => `${target.tagName} ${target.textContent ?? ''} ${box.width}x${box.height}`),
    );
}
