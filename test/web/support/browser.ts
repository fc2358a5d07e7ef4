import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real browser: one that is installed, else the one that comes inside a package. That one unpacks itself into
 * the temporary folder and takes whatever lies there already, so it gets a folder of this project's own.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = fileURLToPath(new URL('../../../.tmp/browser', import.meta.url));
  mkdirSync(own, { recursive: true });
  process.env['TMPDIR'] = own;
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = installed.find((path) => existsSync(path)) ?? (await packaged.executablePath());
  return chromium.launch({
    executablePath,
    // Not the package's own arguments: they switch web security off.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu'],
  });
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

export interface Visitor {
  readonly size?: { width: number; height: number };
  readonly language?: 'en' | 'es';
  readonly colorScheme?: 'light' | 'dark';
}

/** A fresh browser profile, so that no test sees what another left behind. */
export function newVisitor(browser: Browser, visitor: Visitor = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: visitor.size ?? phone,
    locale: visitor.language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/Denver',
    colorScheme: visitor.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
}

/** Opens a page of the inside: signs in on the way and waits until nothing is loading any more. */
export async function openSignedIn(context: BrowserContext, url: string, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('.pl-door .pl-button-primary').click();
  await page.waitForURL(`${url}${path}`);
  await settled(page);
  return page;
}

/** Until a heading stands and the grey lines are gone. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction("document.querySelector('.pl-skeleton, .pl-page-head-empty') === null");
}
