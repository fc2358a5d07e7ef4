import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real browser: one that is installed, else the one that comes inside a package. That one unpacks itself into
 * the temporary folder and takes whatever lies there already, so it gets a folder of this project's own.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args });
}

// Not the package's own arguments: they switch web security off.
const args = ['--no-sandbox', '--headless=shell', '--disable-gpu'];

/** The browser's program; the packaged one is unpacked by the first who asks, and two at once would spoil it. */
export async function executable(): Promise<string> {
  const own = fileURLToPath(new URL('../../../.tmp/browser', import.meta.url));
  mkdirSync(own, { recursive: true });
  process.env['TMPDIR'] = own;
  const { default: packaged } = await import('@sparticuz/chromium');
  return installed.find((path) => existsSync(path)) ?? packaged.executablePath();
}

/** A phone whose browser can be ended and started again: what it keeps lies in `folder`. */
export interface Phone {
  readonly context: BrowserContext;
  /** Ends it without a farewell, as a flat battery would. */
  kill(): Promise<void>;
}

export async function startPhone(folder: string): Promise<Phone> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await executable(),
    args,
    viewport: phone,
    locale: 'en-US',
    timezoneId: 'America/Denver',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    async kill() {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      process.kill(browserOf(folder), 'SIGKILL');
      await gone;
    },
  };
}

/** The one process that was started for this folder; its helpers name their kind and end with it. */
function browserOf(folder: string): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((id) => {
      const path = `/proc/${id}/cmdline`;
      const words = existsSync(path) ? readFileSync(path, 'utf8').split('\0') : [];
      return words.includes(`--user-data-dir=${folder}`) && !words.some((word) => word.startsWith('--type='));
    });
  if (found === undefined) throw new Error('The browser of this phone does not run');
  return Number(found);
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

export interface Visitor {
  readonly size?: { width: number; height: number };
  readonly language?: 'en' | 'es';
  readonly colorScheme?: 'light' | 'dark';
  /** With the service worker that opens pages without a connection; other tests need not fill its cache each time. */
  readonly offline?: boolean;
}

/** A fresh browser profile, so that no test sees what another left behind. */
export async function newVisitor(browser: Browser, visitor: Visitor = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: visitor.size ?? phone,
    locale: visitor.language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/Denver',
    colorScheme: visitor.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    serviceWorkers: visitor.offline === true ? 'allow' : 'block',
  });
  // Long enough for a busy machine, short enough that a missing element fails by itself.
  context.setDefaultTimeout(15_000);
  return context;
}

/** Opens a page of the inside: signs in on the way and waits until nothing is loading any more. */
export async function openSignedIn(context: BrowserContext, url: string, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('.pl-door .pl-button-primary').click();
  // The address is the same before and after: only the frame proves that the person is in.
  await page.locator('.pl-frame, .pl-alone').first().waitFor();
  await settled(page);
  return page;
}

/** Until a heading stands and the grey lines are gone. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.pl-skeleton, .pl-page-head-empty').first().waitFor({ state: 'detached' });
}

/** Until the page stands in this language: who signs in is known a moment after the page is. */
export async function settledIn(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  // Asked between two paintings, so that the new words are on the page.
  await page.waitForFunction(() => true);
  await settled(page);
}
