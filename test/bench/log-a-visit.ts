import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser, newVisitor, openSignedIn, settled } from '#test/web/support/browser.ts';
import { builtWeb } from '#test/web/support/built-web.ts';
import { type MockServer, startMockServer } from '#test/web/support/mock-server.ts';
import { visitsToLog } from '#test/web/support/sample-offline.ts';
import { sampleDistrictId } from '#test/web/support/sample-people.ts';

/** From opening the app to a visit that is logged, on a slow phone. */
export interface Logging {
  readonly situation: string;
  readonly taps: number;
  /** Until Today can be used. */
  readonly todaySeconds: number;
  /** From opening to “logged”, or to “safe on this phone”; the person's own thinking not counted. */
  readonly loggedSeconds: number;
}

/** A cheap phone on a weak mobile network, as Lighthouse has it: a sixth of this machine's speed, 1.6 Mbit/s, 150 ms. */
const cpuSlowdown = 6;
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/**
 * Takes the path an educator takes after a visit, with as few taps as there are, and counts them: never opened on
 * this phone, opened before, and without a connection.
 */
export async function measureLogging(): Promise<Logging[]> {
  const scene = visitsToLog(3);
  const server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: scene.answers,
  });
  const browser = await launchBrowser();
  const context = await newVisitor(browser, { offline: true });
  context.setDefaultTimeout(120_000);
  const before = await openSignedIn(context, server.url, '/more');
  try {
    const first = await measure('first time, nothing in the cache', context, server);
    // Now the pages are on the phone, and Today has brought the next visits.
    await before.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await before.goto(`${server.url}/today`);
    await settled(before);
    await before.waitForTimeout(3_000);
    const again = await measure('opened before', context, server);
    server.away = true;
    const without = await measure('without a connection', context, server);
    return [first, again, without];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(situation: string, context: BrowserContext, server: MockServer): Promise<Logging> {
  const page = await context.newPage();
  await slowDown(page, situation.startsWith('first'));
  let taps = 0;
  const tap = async (role: 'link' | 'button', name: string) => {
    await page.getByRole(role, { name, exact: true }).click();
    taps += 1;
  };
  const start = performance.now();
  const seconds = () => Number(((performance.now() - start) / 1000).toFixed(1));
  await page.goto(`${server.url}/today`, { waitUntil: 'commit' });
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
  const todaySeconds = seconds();
  await tap('link', 'Log this visit');
  await tap('button', 'It took place: save');
  await page
    .getByText(/Logged\. Thank you|Safe on this phone/)
    .first()
    .waitFor();
  const loggedSeconds = seconds();
  await page.close();
  return { situation, taps, todaySeconds, loggedSeconds };
}

async function slowDown(page: Page, fresh: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  if (!fresh) return;
  await devtools.send('Network.setBypassServiceWorker', { bypass: true });
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
}
